using System.Diagnostics;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What only all parties together can do: down, more time, a pause, somebody neutral, promises that rest, a response.</summary>
internal static class CaseMotions
{
    public static readonly Refusal DaysOut = new Refusal("case.days-out").With("most", $"{MostDays}");
    public static readonly Refusal ExtendedTwice = new Refusal("case.extended-twice").With("most", $"{MostExtensions}");
    public static readonly Refusal NoLower = new("case.no-lower");
    public static readonly Refusal UntilPast = new("case.until-past");
    public static readonly Refusal UntilFar = new("case.until-far");
    public static readonly Refusal NoPromise = new("case.no-promise");
    public static readonly Refusal NoResponse = new("case.no-response");

    /// <summary>Responses go from light to grave, one after the other.</summary>
    public static readonly Refusal ResponseTooGrave = new("case.response-too-grave");
    public static readonly Refusal NotPaused = new("case.not-paused");
    public static readonly Refusal NeutralThere = new("case.neutral-there");
    public static readonly Refusal NoTime = new("case.no-time");

    public const int MostDays = 60;
    public const int MostExtensions = 2;

    /// <summary>The longest pause, in days.</summary>
    private const int LongestPause = 366;

    public static ValueList<Refusal> All =>
    [
        DaysOut, ExtendedTwice, NoLower, UntilPast, UntilFar, NoPromise, NoResponse, ResponseTooGrave, NotPaused, NeutralThere, NoTime,
    ];

    public static Outcome Propose(Alliance alliance, Case one, ProposeMotion propose, CommandContext context)
    {
        if ((Check(alliance, one, propose.What, context.At) ?? TextRules.Optional(propose.Why, "why")) is { } bad) return bad;
        var made = new CaseMotionMade(one.Id, CaseRights.PartyOf(alliance, one, context.By)!.Value, propose.What, propose.Why);
        return CaseRights.AllOf(alliance, one, [made.Of])
            ? new Outcome.Happened([made, .. Effect(alliance, one, propose.What, context.At)])
            : made;
    }

    public static Outcome Agree(Alliance alliance, Case one, CommandContext context)
    {
        var motion = one.Motion!;
        if (Check(alliance, one, motion.What, context.At) is { } bad) return bad;
        var agreed = new CaseMotionAgreed(one.Id, CaseRights.PartyOf(alliance, one, context.By)!.Value);
        return CaseRights.AllOf(alliance, one, motion.Agreed.Add(agreed.Partner))
            ? new Outcome.Happened([agreed, .. Effect(alliance, one, motion.What, context.At)])
            : agreed;
    }

    /// <summary>Nobody is waited for who is gone: what the others all agreed to happens as the last of those leaves.</summary>
    public static ValueList<AllianceEvent> WithoutTheGone(Alliance alliance, Case one, Instant now) =>
        one is { IsOpen: true, Motion: { } motion } && CaseRights.AllOf(alliance, one, motion.Agreed)
            ? Check(alliance, one, motion.What, now) is null
                ? Effect(alliance, one, motion.What, now)
                : [new CaseMotionDropped(one.Id, motion.Of, Dropped.Lapsed, null)]
            : [];

    /// <summary>Why it cannot be agreed to now, or null.</summary>
    public static Refusal? Check(Alliance alliance, Case one, MotionAsked what, Instant now) => what.Kind switch
    {
        MotionKind.GoDown => what.Step >= 1 && what.Step < one.Rung ? null : NoLower,
        MotionKind.Extend => one.Stay!.Extensions >= MostExtensions ? ExtendedTwice
            : one.Review is not null || (one.Stay.Time is null && !one.Stay.TimeUp) ? NoTime
            : what.Days is >= 1 and <= MostDays ? null : DaysOut,
        MotionKind.Pause => Pause(alliance, what.Until, now),
        MotionKind.Resume => one.State == CaseState.Paused ? null : NotPaused,
        MotionKind.NameNeutral => one.Neutral is not null ? NeutralThere : CaseNeutrals.Check(alliance, one, what.Person),
        MotionKind.RestPromises => what.Promises.Count > 0 && what.Promises.All(id => Going(alliance, one).Contains(id)) ? null : NoPromise,
        MotionKind.WakePromises => what.Promises.Count > 0 && what.Promises.All(one.RestingPromises.Contains) ? null : NoPromise,
        MotionKind.Respond => Response(alliance, one, what),
        _ => SetUpDecider.BadId,
    };

    /// <summary>Promises between two of the parties that are owed and do not rest.</summary>
    public static ValueList<CommitmentId> Going(Alliance alliance, Case one) => alliance.Commitments
        .Where(promise => promise.State.IsOwed() && promise.Series is null && promise.Resting is null
            && IsParty(one, promise.Terms.DoerPartner) && IsParty(one, promise.Terms.ReceiverPartner))
        .Select(static promise => promise.Id).ToValueList();

    private static bool IsParty(Case one, PartnerId partner) => one.Parties.Any(party => party.Partner == partner && !party.Left);

    private static Refusal? Pause(Alliance alliance, LocalDate? until, Instant now)
    {
        var today = alliance.DateOf(now);
        if (until is not { } date || date <= today) return UntilPast.With("date", (until ?? today).ToIso());
        var latest = today.PlusDays(LongestPause);
        return date > latest ? UntilFar.With("date", date.ToIso()).With("latest", latest.ToIso()) : null;
    }

    private static Refusal? Response(Alliance alliance, Case one, MotionAsked what)
    {
        if (what.Partner is not { } towards || !IsParty(one, towards)) return NoResponse;
        if (what.Step < 1 || what.Step > CaseLadder.TextOf(alliance, one).Responses.Count) return NoResponse;
        var reached = one.Responses.Where(response => response.Partner == towards).Select(static response => response.Step).DefaultIfEmpty().Max();
        return what.Step <= reached + 1 ? null : ResponseTooGrave;
    }

    private static ValueList<AllianceEvent> Effect(Alliance alliance, Case one, MotionAsked what, Instant now) => what.Kind switch
    {
        MotionKind.GoDown => CaseLadder.To(alliance, one, CaseMove.Down, what.Step, now, [], null, null),
        MotionKind.Extend => [new CaseExtended(one.Id, what.Days, More(alliance, one, what.Days, now))],
        MotionKind.Pause => [new CasePaused(one.Id, what.Until!.Value, CaseClock.Remaining(alliance, one, one.Stay!.Time, now))],
        MotionKind.Resume => [CaseLadder.Resumed(alliance, one, now)],
        MotionKind.NameNeutral => [CaseNeutrals.Named(alliance, one, what.Person!.Value, now)],
        MotionKind.RestPromises => [new CasePromisesRested(one.Id, what.Promises)],
        MotionKind.WakePromises => [new CasePromisesWoken(one.Id, what.Promises)],
        MotionKind.Respond => [new CaseResponded(one.Id, what.Step, what.Partner!.Value)],
        _ => throw new UnreachableException($"No effect of {what.Kind}."),
    };

    /// <summary>So many days more than the clock has left; where it ran out, from today on.</summary>
    private static CaseTime More(Alliance alliance, Case one, int days, Instant now) => one.Stay!.Time is { } time
        ? new(time.From, time.Days + days, Instant.Max(
            CaseClock.CalendarOf(alliance, one).Deadline(time.From, time.Days + days),
            CaseClock.CalendarOf(alliance, one).Deadline(CaseClock.Ends(alliance, one, time) - Duration.Epsilon, days)))
        : CaseClock.Time(alliance, one, now, days);
}
