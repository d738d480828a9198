using System.Diagnostics;
using System.Globalization;

namespace AllianceBot.Domain;

/// <summary>The rules of time budgets: each person sets the own one, a partner's managers their partner's.</summary>
public static class LoadDecider
{
    /// <summary>Facts: most.</summary>
    public static readonly Refusal BadHours = new Refusal("load.bad-hours").With("most", MostHours.ToString(CultureInfo.InvariantCulture));

    /// <summary>More hours than a month has is a slip of the finger.</summary>
    public const int MostHours = 9_999;

    public static ValueList<Refusal> Refusals => [BadHours];

    public static Outcome Decide(Alliance alliance, LoadCommand command, CommandContext context)
    {
        if (alliance.HasDone(command.Ask, context.By)) return Outcome.Nothing;
        return command switch
        {
            SetOwnBudget own => !May.Do(alliance, context.By, Act.SetBudget, context.By) ? Refusal.NotYours
                : Hours(own.Hours) is { } bad ? bad
                : alliance.People[context.By].Budget == own.Hours ? Outcome.Nothing
                : new PersonBudgetSet(context.By, own.Hours),
            SetPartnerBudget partner => !May.Do(alliance, context.By, Act.SetBudget, partner.Partner) ? Refusal.NotYours
                : Hours(partner.Hours) is { } bad ? bad
                : alliance.Partners[partner.Partner].Budget == partner.Hours ? Outcome.Nothing
                : new PartnerBudgetSet(partner.Partner, partner.Hours),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }

    /// <summary>Hours that can be meant, or why not.</summary>
    internal static Refusal? Hours(int? hours) => hours is < 1 or > MostHours ? BadHours : null;

    internal static Alliance Evolve(Alliance alliance, LoadEvent happened)
    {
        var evolved = happened switch
        {
            PersonBudgetSet set => alliance with
            {
                People = alliance.People.With(set.Person, alliance.People[set.Person] with { Budget = set.Hours }),
            },
            PartnerBudgetSet set => alliance with
            {
                Partners = alliance.Partners.With(set.Partner, alliance.Partners[set.Partner] with { Budget = set.Hours }),
            },
            _ => throw new UnreachableException($"No fold for {happened.GetType().Name}."),
        };
        return evolved.Remembering(happened);
    }

    /// <summary>A partner's budget is told to its other managers, and to nobody else.</summary>
    internal static ValueList<Notice> Notices(LoadEvent happened) => happened is PartnerBudgetSet set
        ? [
            new(set.Partner, "load.partner-budget", Addressee.Managers(set.Partner), set.At)
            {
                Except = set.By,
                MayFallBack = false,
            },
        ]
        : [];
}
