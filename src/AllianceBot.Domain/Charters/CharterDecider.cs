using System.Diagnostics;
using System.Globalization;

namespace AllianceBot.Domain;

/// <summary>The rules of the charter: writing in the draft, adopting it later, own terms, goals confirmed, who sees what read.</summary>
public static class CharterDecider
{
    public static readonly Refusal NoneYet = new("charter.none-yet");
    public static readonly Refusal AdoptedAlready = new("charter.adopted-already");

    /// <summary>It is a decision of the partners now.</summary>
    public static readonly Refusal NeedsDecision = new("charter.needs-decision");
    public static readonly Refusal UnknownGoal = new("charter.unknown-goal");

    /// <summary>Facts: number. Another version holds than the one that was read.</summary>
    public static readonly Refusal OtherVersion = new("charter.other-version");

    /// <summary>The goal has another wording than the one that was read.</summary>
    public static readonly Refusal OtherWording = new("charter.other-wording");

    /// <summary>Facts: least, most.</summary>
    public static readonly Refusal RetentionOut = new("charter.retention-out");

    /// <summary>Facts: most. Hours a month.</summary>
    public static readonly Refusal HoursOut = new("charter.hours-out");

    /// <summary>The most hours a month that one partner can put down.</summary>
    public const int MostHours = 2_000;

    public static ValueList<Refusal> Refusals => [NoneYet, AdoptedAlready, NeedsDecision, UnknownGoal, OtherVersion, OtherWording, RetentionOut, HoursOut];

    public static Outcome Decide(Alliance alliance, CharterCommand command, CommandContext context)
    {
        if (!Permits(alliance, command, context.By)) return Refusal.NotYours;
        if (alliance.HasDone(command.Ask, context.By)) return Outcome.Nothing;
        return command switch
        {
            DraftCharter draft => Draft(alliance, draft.Edit, context),
            AdoptCharter adopt => Adopt(alliance, adopt),
            SetOwnTerms set => (set.Terms is null ? null : TextRules.Text(set.Terms, "terms")) ?? Own(alliance, set),
            ConfirmGoal confirm => Confirm(alliance, confirm),
            ReadWhoSees => alliance.People[context.By].ReadWhoSees is null ? new WhoSeesRead(context.By) : Outcome.Nothing,
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }

    /// <summary>
    /// What set-up did, once a charter holds: purpose, goals, fence and ties are written in its draft instead; rules and
    /// partners are a decision of the partners. Null where set-up goes on as it was.
    /// </summary>
    internal static Outcome? Instead(Alliance alliance, SetUpCommand command, Func<Outcome> decided)
    {
        if (alliance.Charter.Current is null) return null;
        switch (command)
        {
            case ChangeSettings or AddPartner:
            case RemovePartner remove when !DecisionMatters.MayGo(alliance, remove.Partner):
                return NeedsDecision;
            case SetPurpose or SetGoal or RemoveGoal or AddExclusion or RemoveExclusion or DeclareFunding or WithdrawFunding:
                var outcome = decided();
                if (outcome is not Outcome.Happened happened) return outcome;
                var draft = CharterFold.DraftOf(alliance);
                return new Outcome.Happened(happened.Events.Select(one => (AllianceEvent)new CharterDrafted(Drafted(draft, one))).ToValueList());
            default:
                return null;
        }
    }

    private static CharterEdit Drafted(CharterText draft, AllianceEvent happened) => happened switch
    {
        PurposeSet set => new() { Parts = [new(CharterSection.Purpose, null, set.Purpose)] },
        GoalSet set => new() { Goals = [.. draft.Goals.Where(goal => goal.Id != set.Goal), new(set.Goal, set.Text, set.ByDate)] },
        GoalRemoved removed => new() { Goals = draft.Goals.RemoveAll(goal => goal.Id == removed.Goal) },
        ExclusionAdded added => new() { DoesNot = draft.DoesNot.RemoveAll(words => words == added.Text).Add(added.Text) },
        ExclusionRemoved removed => new() { DoesNot = draft.DoesNot.RemoveAll(words => words.Id == removed.Exclusion) },
        FundingDeclared tie => new() { Funding = draft.Funding.Remove(new(tie.Funder, tie.Funded)).Add(new(tie.Funder, tie.Funded)) },
        FundingWithdrawn tie => new() { Funding = draft.Funding.Remove(new(tie.Funder, tie.Funded)) },
        _ => throw new UnreachableException($"Not of a charter: {happened.GetType().Name}."),
    };

    private static bool Permits(Alliance alliance, CharterCommand command, PersonId by) => command switch
    {
        DraftCharter draft => May.Do(alliance, by, Act.DraftCharter, alliance.Id)
            && PartnersOf(draft.Edit).All(partner => May.Do(alliance, by, Act.DraftPart, partner)),
        AdoptCharter adopt => May.Do(alliance, by, Act.SpeakForPartner, adopt.Partner),
        SetOwnTerms set => May.Do(alliance, by, Act.SpeakForPartner, set.Partner),
        ConfirmGoal confirm => May.Do(alliance, by, Act.SpeakForPartner, confirm.Partner),
        _ => alliance.IsMember(by),
    };

    /// <summary>Whose own sections an edit touches.</summary>
    private static IEnumerable<PartnerId> PartnersOf(CharterEdit edit) =>
        edit.Parts.Select(static part => part.Partner).OfType<PartnerId>().Concat(edit.Budgets.Select(static one => one.Partner)).Distinct();

    private static Outcome Draft(Alliance alliance, CharterEdit edit, CommandContext context)
    {
        var bad = edit.Parts.Select(static part => Check(part)).FirstOrDefault(static one => one is not null)
            ?? Lines(edit.Does, Limits.Exclusions, "does") ?? Lines(edit.DoesNot, Limits.Exclusions, "doesNot")
            ?? Goals(alliance, edit.Goals, context) ?? Ties(alliance, edit.Funding) ?? Kept(edit.Retention)
            ?? (edit.Budgets.Any(static one => one.Hours is < 0 or > MostHours)
                ? HoursOut.With("most", MostHours.ToString(CultureInfo.InvariantCulture)) : null);
        if (bad is not null) return bad;
        var draft = CharterFold.DraftOf(alliance);
        return CharterFold.With(draft, edit) == draft && alliance.Charter.Draft is not null ? Outcome.Nothing : new CharterDrafted(edit);
    }

    private static Refusal? Check(CharterPart part)
    {
        if (!Enum.IsDefined(part.Section) || part.Section.IsOfPartner != part.Partner is not null) return SetUpDecider.BadId;
        if (!part.Section.IsOfPartner && !part.Section.IsText) return SetUpDecider.BadId;
        return part.Text is null ? null : TextRules.Text(part.Text, part.Section.ToString());
    }

    private static Refusal? Lines(ValueList<Words>? lines, int most, string field)
    {
        if (lines is not { } given) return null;
        if (given.Count > most) return SetUpDecider.TooManyExclusions;
        return given.Select(words => TextRules.Text(words, field, Limits.Name * 2)).FirstOrDefault(static one => one is not null);
    }

    private static Refusal? Goals(Alliance alliance, ValueList<Goal>? goals, CommandContext context)
    {
        if (goals is not { } given) return null;
        if (given.Count > Limits.Goals) return SetUpDecider.TooManyGoals;
        var known = CharterFold.DraftOf(alliance).Goals;
        foreach (var goal in given)
        {
            if (!Ids.IsValid(goal.Id)) return SetUpDecider.BadId;
            if (known.Contains(goal)) continue;
            if (TextRules.Text(goal.Text, "goal") is { } bad) return bad;
            if (goal.By is { } date && date < alliance.DateOf(context.At)) return SetUpDecider.DatePast.With("date", date.ToIso());
        }

        return given.Select(static goal => goal.Id).Distinct().Count() == given.Count ? null : SetUpDecider.BadId;
    }

    private static Refusal? Ties(Alliance alliance, ValueList<FundingTie>? ties)
    {
        if (ties is not { } given) return null;
        if (given.Count > Limits.FundingTies) return SetUpDecider.TooManyTies;
        if (given.Any(static tie => tie.Funder == tie.Funded)) return SetUpDecider.SamePartner;
        return given.All(tie => IsIn(alliance, tie.Funder) && IsIn(alliance, tie.Funded)) ? null : DecisionDecider.UnknownPartner;
    }

    private static Refusal? Kept(Retention? retention)
    {
        if (retention is not { } kept) return null;
        foreach (var days in (ReadOnlySpan<int?>)[kept.Promises, kept.Decisions, kept.Talks, kept.People])
        {
            if (days is < Retention.ShortestDays or > Retention.LongestDays)
            {
                return RetentionOut.With("least", $"{Retention.ShortestDays}").With("most", $"{Retention.LongestDays}");
            }
        }

        return null;
    }

    private static Outcome Adopt(Alliance alliance, AdoptCharter adopt)
    {
        if (alliance.Charter.Current is not { } current) return NoneYet;
        if (adopt.Number != current.Number) return OtherVersion.With("number", current.Number.ToString(CultureInfo.InvariantCulture));
        return current.Adopted.Contains(adopt.Partner) ? AdoptedAlready : new CharterJoined(adopt.Partner, current.Number);
    }

    private static Outcome Own(Alliance alliance, SetOwnTerms set)
    {
        var known = alliance.Charter.OwnTerms.FirstOrDefault(terms => terms.Partner == set.Partner);
        return known?.Terms.Text == set.Terms?.Text && (known is null) == (set.Terms is null)
            ? Outcome.Nothing
            : new OwnTermsSet(set.Partner, set.Terms);
    }

    private static Outcome Confirm(Alliance alliance, ConfirmGoal confirm)
    {
        // A goal of the draft is confirmed too: in a round it is talked about before the charter that has it is adopted.
        if (alliance.Goals.Concat(CharterFold.DraftOf(alliance).Goals).FirstOrDefault(goal => goal.Id == confirm.Goal) is not { } goal) return UnknownGoal;
        if (confirm.Wording is { } read && read != goal.Text.Id) return OtherWording;
        return alliance.Charter.Confirmed.Any(known => known.Goal == goal.Id && known.Partner == confirm.Partner && known.Text == goal.Text)
            ? Outcome.Nothing
            : new GoalConfirmed(goal.Id, confirm.Partner, goal.Text);
    }

    private static bool IsIn(Alliance alliance, PartnerId partner) => alliance.Partners.Find(partner) is { Left: false };
}
