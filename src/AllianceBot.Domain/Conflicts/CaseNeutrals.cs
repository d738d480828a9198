using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Who is neutral in a case, and who confirms a ground: named by all, checked each time, replaced when no longer so.</summary>
internal static class CaseNeutrals
{
    /// <summary>Facts: person. Of a party, or owing or being owed something in dispute, or tied to a party by money.</summary>
    public static readonly Refusal NotNeutral = new("case.not-neutral");

    public static ValueList<Refusal> All => [NotNeutral];

    public static Refusal? Check(Alliance alliance, Case one, PersonId? person) =>
        person is { } named && Neutrality.Fits(alliance, one, named) ? null : NotNeutral.With("person", person?.Value ?? "");

    public static CaseNeutralNamed Named(Alliance alliance, Case one, PersonId person, Instant now) => new(
        one.Id, person, one.Stay!.Naming ? CaseClock.Time(alliance, one, now, CaseLadder.RungOf(alliance, one)!.Days) : null);

    /// <summary>On a rung that needs somebody neutral the parties have their time to name another.</summary>
    public static CaseNeutralGone Gone(Alliance alliance, Case one, PersonId person, NeutralGone why, Instant now, Words? said)
    {
        var rung = CaseLadder.RungOf(alliance, one);
        var again = one is { State: CaseState.OnRung, Review: null } && rung is { HasNeutral: true };
        return new(
            one.Id, person, why, again ? CaseClock.Time(alliance, one, now, Math.Max(1, rung!.NameNeutralDays)) : null, said);
    }

    public static Outcome Skip(Alliance alliance, Case one, AskSkip ask, CommandContext context)
    {
        var text = CaseLadder.TextOf(alliance, one);
        if (ask.Ground < 1 || ask.Ground > text.Grounds.Count) return CaseGuards.NoGround;
        if (ask.Rung <= one.Rung || ask.Rung > text.Rungs.Count) return CaseGuards.NoHigher;
        if (!Neutrality.Confirmers(alliance, one).Contains(ask.Confirmer)) return NotNeutral.With("person", ask.Confirmer.Value);
        return TextRules.Text(ask.Why, "why")
            ?? (Outcome)new CaseSkipAsked(one.Id, CaseRights.PartyOf(alliance, one, context.By)!.Value, ask.Rung, ask.Ground, ask.Confirmer, ask.Why);
    }

    /// <summary>Up to the rung that was wished for; who did not answer below is no longer waited for.</summary>
    public static Outcome Confirm(Alliance alliance, Case one, CommandContext context) => new Outcome.Happened(
        CaseLadder.To(alliance, one, CaseMove.Skipped, one.Skip!.Rung, context.At, CaseLadder.Silent(alliance, one), one.Skip.Of, null));
}
