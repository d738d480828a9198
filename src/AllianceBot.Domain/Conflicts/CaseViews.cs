using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// Cases as their readers may see them: everything for who is in one, and for all others nothing but how many there are, from
/// two of a kind on a rung. A place is all others.
/// </summary>
public static class CaseViews
{
    /// <summary>One case; null for everybody who is not in it, as for one that does not exist.</summary>
    public static CaseCard? Card(Alliance alliance, Reader reader, CaseId id, Instant now)
    {
        if (reader is not PersonReader { Person: var person } || alliance.Cases.Find(id) is not { } one) return null;
        if (!May.Do(alliance, person, Act.SeeCase, id)) return null;
        return CaseRights.Reads(alliance, one, person) ? CaseInsides.Of(alliance, one, person, now) : CaseInsides.ToConfirm(alliance, one, person, now);
    }

    /// <summary>Cases that this person is in, what waits for the reader first, then the newest.</summary>
    public static ValueList<CaseRow> List(Alliance alliance, PersonId reader, Instant now, bool all = true) => alliance.Cases
        .Where(one => May.Do(alliance, reader, Act.SeeCase, one.Id))
        .Select(one => (One: one, Row: Row(alliance, one, reader, now)))
        .Where(pair => all || pair.Row.WaitsForYou)
        .OrderByDescending(static pair => pair.Row.WaitsForYou).ThenByDescending(static pair => pair.One.IsOpen)
        .ThenByDescending(static pair => pair.One.OpenedAt)
        .Select(static pair => pair.Row).Take(Limits.List).ToValueList();

    /// <summary>What "K7F2" means to this person; null for what is unknown and for what is not this person's.</summary>
    public static CaseId? Find(Alliance alliance, PersonId reader, string text)
    {
        foreach (var one in alliance.Cases)
        {
            if (string.Equals(one.Name, text.Trim(), StringComparison.OrdinalIgnoreCase)) return IsReader(alliance, reader, one.Id) ? one.Id : null;
        }

        return null;
    }

    /// <summary>
    /// How many are open, by kind and rung, where there are at least two; anything else would tell that there is one. No sum,
    /// as a sum would tell it too. Null for who only observes.
    /// </summary>
    public static CaseCountView? Count(Alliance alliance, Reader reader) => !May.See(alliance, reader, Act.CountCases, alliance.Id) ? null
        : new(alliance.Cases.Where(static one => one.IsOpen).GroupBy(static one => (one.Kind, Rung: Math.Max(1, one.Rung)))
            .Where(static group => group.Count() > 1)
            .OrderBy(static group => group.Key)
            .Select(static group => new CaseCountLine(group.Key.Kind, group.Key.Rung, group.Count())).ToValueList());

    /// <summary>Texts of cases that all who are quoted in them let others read; they name no case.</summary>
    public static ValueList<SharedItem> Shared(Alliance alliance, Reader reader) => alliance.Cases
        .SelectMany(one => one.Items.Where(item => CaseLevels.IsShared(alliance, one, item, reader)))
        .Select(item => new SharedItem(item.Text.Text, Names.Of(alliance, (PersonId?)item.By), item.Level, item.At))
        .OrderByDescending(static item => item.At).Take(Limits.List).ToValueList();

    /// <summary>What a case would need that this person wants to open: the partners that have not agreed to a process; none when it can be.</summary>
    public static ValueList<Named<PartnerId>> Lacking(Alliance alliance, ConflictKind kind, ValueList<PartnerId> parties) =>
        Processes.InForce(alliance, kind, parties) is not null ? []
            : Processes.Missing(alliance, kind, parties).Select(partner => Names.Of(alliance, partner)).ToValueList();

    internal static bool IsReader(Alliance alliance, PersonId person, CaseId id) => May.Do(alliance, person, Act.SeeCase, id);

    internal static Named<CommitmentId>? Promise(Alliance alliance, PersonId person, CommitmentId? id) =>
        id is { } known && alliance.Commitments.Find(known) is { } promise && May.Do(alliance, person, Act.SeePromise, known)
            ? new(known, $"P{Numbers.Label(promise)}")
            : null;

    /// <summary>What this reader can do now.</summary>
    internal static ValueList<CaseAct> Acts(Alliance alliance, Case one, PersonId person, Instant now) => Enum.GetValues<CaseAct>()
        .Where(act => CaseGuards.Permits(alliance, one, person, act) && CaseGuards.Refuses(alliance, one, person, act, now) is null)
        .ToValueList();

    /// <summary>What is asked of the reader, and not merely open to it.</summary>
    internal static bool Waits(ValueList<CaseAct> acts) => acts.Any(static act => act is CaseAct.Acknowledge or CaseAct.AgreeSettlement
        or CaseAct.ConfirmSkip or CaseAct.GiveStatement or CaseAct.Answer or CaseAct.AgreeMotion or CaseAct.SayItHolds
        or CaseAct.ApproveReviewText or CaseAct.ConsentLevel);

    private static CaseRow Row(Alliance alliance, Case one, PersonId reader, Instant now)
    {
        var acts = Acts(alliance, one, reader, now);
        var reads = CaseRights.Reads(alliance, one, reader);
        return new(
            one.Id, one.Name, one.Revision, reads ? one.Matter.Text : null, one.Kind, one.State, one.Rung,
            one.Rung == 0 ? null : CaseLadder.RungOf(alliance, one)!.Name.Text,
            one.Parties.Select(party => Names.Of(alliance, party.Partner)).ToValueList(),
            reads ? CaseInsides.Waiting(alliance, one)?.Until : null, Waits(acts))
        {
            OnlyConfirms = !reads,
        };
    }
}
