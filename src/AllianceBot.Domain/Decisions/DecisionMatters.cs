using System.Reflection;

namespace AllianceBot.Domain;

/// <summary>What a decision does beside standing on record: the charter, the alliance's rules, a partner in or out.</summary>
public static class DecisionMatters
{
    /// <summary>Why this matter cannot be put to the partners, or null.</summary>
    public static Refusal? Check(Alliance alliance, Proposal proposal, PersonId by)
    {
        if (proposal.MoneyOf is { } funder && !IsIn(alliance, funder)) return DecisionDecider.UnknownPartner;
        if (proposal.Amends is { } amended
            && (alliance.Decisions.Find(amended) is not { } old || !May.Do(alliance, by, Act.SeeDecision, amended)
                || DecisionGuards.Refuses(alliance, old, DecisionAct.ProposeAnew, alliance.LastAt) is not null)) return Refusal.NotYours;
        var matter = proposal.Matter;
        return matter.Kind switch
        {
            MatterKind.Charter => OfCharter(alliance),
            MatterKind.Rules => OfRules(alliance, matter),
            MatterKind.PartnerIn => SetUpDecider.CannotAdd(alliance, matter.PartnerName),
            MatterKind.Snapshot => Snapshots.Check(alliance, matter),
            MatterKind.PartnerOut => matter.Partner is { } partner && IsIn(alliance, partner) ? null : DecisionDecider.UnknownPartner,
            MatterKind.Process => ProcessDecider.CannotPropose(alliance, matter.Process),
            MatterKind.CaseReview => Refusal.NotYours,
            _ => null,
        };
    }

    /// <summary>What makes the alliance what it is needs every partner's yes, whatever method was asked for.</summary>
    public static Proposal Settled(Proposal proposal, int partners) => proposal.Matter.Kind switch
    {
        MatterKind.Charter => proposal with { Method = DecisionMethod.AllAgree, Quorum = partners },

        // No partner is bound to a process that it did not itself agree to, whose money it may be; nor are its results shown.
        MatterKind.Process or MatterKind.Snapshot => proposal with { Method = DecisionMethod.AllAgree, Quorum = partners, MoneyOf = null },
        _ => proposal.Method == DecisionMethod.AllAgree ? proposal with { Quorum = partners } : proposal,
    };

    /// <summary>The draft of the process was changed since it was put to the partners.</summary>
    public static bool ProcessMoved(Alliance alliance, Decision decision) => decision.Proposal.Matter.Process is { } id
        && alliance.Processes.Find(id) is { Draft: { } draft } && draft != decision.Process;

    /// <summary>What follows at once. A partner that is to go is taken out by an administrator, once its promises are settled.</summary>
    public static ValueList<AllianceEvent> CarriedOut(Alliance alliance, Decision decision)
    {
        var matter = decision.Proposal.Matter;
        return matter.Kind switch
        {
            MatterKind.Charter => [new CharterAdopted(decision.Id, alliance.Charter.Versions.Count + 1), .. Budgets(alliance, decision.Charter!)],
            MatterKind.Rules when Merged(alliance.Settings, matter.RulesBefore!, matter.Rules!) is var rules && rules != alliance.Settings =>
                SettingsRules.Check(rules) is { } wrong
                    ? [new DecisionNotCarriedOut(decision.Id, wrong.Code)]
                    : [new SettingsChanged(rules)],
            MatterKind.PartnerIn => SetUpDecider.CannotAdd(alliance, matter.PartnerName) is { } taken
                ? [new DecisionNotCarriedOut(decision.Id, taken.Code)]
                : [new PartnerAdded(new(decision.Id.Value), matter.PartnerName!, matter.PartnerKind)],
            MatterKind.Process => ProcessDecider.CarriedOut(alliance, decision),
            _ => [],
        };
    }

    /// <summary>The hours that a charter gives become the partners' budgets, where it says other hours than the one before.</summary>
    private static IEnumerable<AllianceEvent> Budgets(Alliance alliance, CharterText text)
    {
        var before = alliance.Charter.Current?.Text.Budgets ?? [];
        foreach (var partner in before.Concat(text.Budgets).Select(static one => one.Partner).Distinct())
        {
            var hours = Of(text.Budgets);
            if (IsIn(alliance, partner) && hours != Of(before) && hours != alliance.Partners[partner].Budget) yield return new PartnerBudgetSet(partner, hours);

            int? Of(ValueList<TimeBudget> budgets) => budgets.FirstOrDefault(one => one.Partner == partner)?.Hours;
        }
    }

    /// <summary>The partners agreed that this partner goes, and it is still in.</summary>
    public static bool MayGo(Alliance alliance, PartnerId partner) => alliance.Decisions.Any(decision =>
        decision is { State: DecisionState.Decided or DecisionState.InForce or DecisionState.ReviewDue, WhyNot: null }
        && decision.Proposal.Matter is { Kind: MatterKind.PartnerOut } matter && matter.Partner == partner)
        || alliance.Cases.Any(one => one.Ending is { As: CaseEnd.Exit } ending && ending.Leaving == partner);

    /// <summary>The rules of now with what the proposal changed: others may have changed others meanwhile.</summary>
    public static Settings Merged(Settings now, Settings before, Settings wanted)
    {
        var merged = now with { };
        foreach (var rule in Rules())
        {
            var value = rule.GetValue(wanted);
            if (!Equals(rule.GetValue(before), value)) rule.SetValue(merged, value);
        }

        return merged;
    }

    /// <summary>What differs between two sets of rules, by name.</summary>
    public static ValueList<RuleChange> Differences(Settings before, Settings wanted) => Rules()
        .Where(rule => !Equals(rule.GetValue(before), rule.GetValue(wanted)))
        .Select(rule => new RuleChange(rule.Name, $"{rule.GetValue(before)}", $"{rule.GetValue(wanted)}"))
        .ToValueList();

    private static IEnumerable<PropertyInfo> Rules() => typeof(Settings)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(static rule => rule.CanWrite)
        .OrderBy(static rule => rule.Name, StringComparer.Ordinal);

    /// <summary>The draft differs from what holds, and no decision about it is under way.</summary>
    public static bool CharterFits(Alliance alliance) => OfCharter(alliance) is null;

    private static Refusal? OfCharter(Alliance alliance)
    {
        if (alliance.Decisions.Any(static other => other.IsOpen && other.Proposal.Matter.Kind == MatterKind.Charter))
        {
            return DecisionDecider.CharterUnderWay;
        }

        return alliance.Charter.Draft is not { } draft || draft == alliance.Charter.Current?.Text ? DecisionDecider.CharterUnchanged : null;
    }

    private static Refusal? OfRules(Alliance alliance, Matter matter)
    {
        if (matter.Rules is not { } wanted || matter.RulesBefore is null) return DecisionDecider.RulesUnchanged;
        if (SettingsRules.Check(wanted) is { } wrong) return wrong;
        return wanted == alliance.Settings ? DecisionDecider.RulesUnchanged : null;
    }

    private static bool IsIn(Alliance alliance, PartnerId partner) => alliance.Partners.Find(partner) is { Left: false };
}

/// <summary>One rule of the alliance as it is and as it is to be.</summary>
public sealed record RuleChange(string Rule, string Before, string After);
