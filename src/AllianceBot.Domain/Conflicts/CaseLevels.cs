namespace AllianceBot.Domain;

/// <summary>
/// Who may read more of a case than its people: never less than before, nothing but the one text, and only with the consent
/// of its author, of all who are quoted, and of somebody of each party.
/// </summary>
internal static class CaseLevels
{
    public static readonly Refusal NoItem = new("case.no-item");
    public static readonly Refusal NotHigher = new("case.not-higher");
    public static readonly Refusal LevelWaits = new("case.level-waits");
    public static readonly Refusal NoLevelAsked = new("case.no-level-asked");

    /// <summary>Somebody who is quoted is gone, and cannot consent.</summary>
    public static readonly Refusal QuotedGone = new("case.quoted-gone");
    public static readonly Refusal QuotedUnknown = new("case.quoted-unknown");

    public static ValueList<Refusal> All => [NoItem, NotHigher, LevelWaits, NoLevelAsked, QuotedGone, QuotedUnknown];

    public static Outcome Raise(Alliance alliance, Case one, RaiseLevel raise, CommandContext context)
    {
        if (Find(alliance, one, raise.Item, context.By) is not { } item) return NoItem;
        if (item.Wanted is not null) return LevelWaits;
        if (!Enum.IsDefined(raise.Level) || raise.Level <= item.Level) return NotHigher;
        if (Quoted(item).Any(person => !CaseRights.Reads(alliance, one, person))) return QuotedGone;
        var asked = new CaseLevelAsked(one.Id, item.Number, raise.Level);
        return Missing(alliance, one, item with { Consents = [context.By] }).Count == 0
            ? Outcome.Of(asked, new CaseLevelRaised(one.Id, item.Number, raise.Level))
            : asked;
    }

    public static Outcome Answer(Alliance alliance, Case one, AnswerLevel answer, CommandContext context)
    {
        if (Find(alliance, one, answer.Item, context.By) is not { } item) return NoItem;
        if (item.Wanted is not { } wanted || !Missing(alliance, one, item).Contains(context.By)) return NoLevelAsked;
        var answered = new CaseLevelAnswered(one.Id, item.Number, answer.Consent);
        return answer.Consent && Missing(alliance, one, item with { Consents = item.Consents.Add(context.By) }).Count == 0
            ? Outcome.Of(answered, new CaseLevelRaised(one.Id, item.Number, wanted))
            : answered;
    }

    /// <summary>Whose consent is missing; of a party that has not consented, all who could.</summary>
    public static ValueList<PersonId> Missing(Alliance alliance, Case one, CaseItem item)
    {
        var missing = Quoted(item).RemoveAll(item.Consents.Contains);
        foreach (var party in CaseRights.Active(alliance, one))
        {
            var people = CaseRights.Readers(alliance, one).RemoveAll(person => CaseRights.SideOf(alliance, one, person) != party);
            if (!people.Any(item.Consents.Contains)) missing = [.. missing, .. people.RemoveAll(missing.Contains)];
        }

        return missing;
    }

    /// <summary>The item, if this person may read it.</summary>
    public static CaseItem? Find(Alliance alliance, Case one, int number, PersonId person) =>
        one.Items.FirstOrDefault(item => item.Number == number) is { } item && Reads(alliance, one, item, person) ? item : null;

    /// <summary>A statement is read by its own party alone until all are shown at the same moment.</summary>
    public static bool Reads(Alliance alliance, Case one, CaseItem item, PersonId person)
    {
        if (!CaseRights.Reads(alliance, one, person)) return false;
        if (item.Kind != CaseItemKind.Statement || one.StatementsShownAt is not null) return true;
        return item.By == person || (item.Of is { } of && CaseRights.SideOf(alliance, one, person) == of);
    }

    /// <summary>People who may be quoted: those who read the case, so that they can be asked.</summary>
    public static Refusal? CheckQuoted(Alliance alliance, Case one, ValueList<PersonId> quoted) =>
        quoted.Count <= Limits.CasePeople && quoted.All(person => CaseRights.Reads(alliance, one, person)) ? null : QuotedUnknown;

    /// <summary>Whether a reader outside the case may read it by its level.</summary>
    public static bool IsShared(Alliance alliance, Case one, CaseItem item, Reader reader) => reader switch
    {
        PersonReader { Person: var person } => alliance.IsMember(person) && item.Level switch
        {
            Level.Organisation => IsOfAParty(alliance, one, person),
            Level.Facilitator => IsOfAParty(alliance, one, person) || alliance.HoldsAnywhere(person, Role.Facilitator),
            Level.Alliance => !alliance.OnlyObserves(person),
            Level.Public => true,
            _ => false,
        },
        _ => item.Level >= Level.Alliance,
    };

    private static bool IsOfAParty(Alliance alliance, Case one, PersonId person) =>
        one.Parties.Any(party => !party.Left && alliance.IsOf(person, party.Partner));

    private static ValueList<PersonId> Quoted(CaseItem item) => item.Quoted.Contains(item.By) ? item.Quoted : item.Quoted.Add(item.By);
}
