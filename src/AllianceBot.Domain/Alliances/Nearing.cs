using System.Globalization;

namespace AllianceBot.Domain;

/// <summary>
/// Tells who can do something about it when something comes near its limit, once each time it gets there, so that nobody is
/// surprised by a refusal: administrators; facilitators of a round; the managers of a partner; of what is somebody's own, and
/// of cases above all, that one alone.
/// </summary>
internal static class Nearing
{
    public const string Kind = "limit.near";

    private static readonly Addressee Administrators = new(AddresseeRole.Administrators);
    private static readonly Addressee Facilitators = new(AddresseeRole.Facilitators);

    /// <summary>What may come near its limit: what it is called in the words, how many there are, how many may be, and whom to tell.</summary>
    private readonly record struct Watch(string What, Func<Alliance, int> Count, int Limit, Addressee To);

    /// <summary>What may come near its limit by this event.</summary>
    private static Watch? Watched(AllianceEvent happened) => happened switch
    {
        PartnerAdded => All("partners", static alliance => alliance.Partners.Count(static partner => !partner.Left), Limits.Partners),
        PersonJoined => All("people", static alliance => alliance.People.Count(static person => !person.Left), Limits.People),
        RoleAssigned => All("roles", static alliance => alliance.Roles.Count, Limits.RoleAssignments),
        FundingDeclared => All("funding-ties", static alliance => alliance.FundingTies.Count, Limits.FundingTies),
        GoalSet => All("goals", static alliance => alliance.Goals.Count, Limits.Goals),
        ExclusionAdded => All("exclusions", static alliance => alliance.Exclusions.Count, Limits.Exclusions),
        PlaceLinked => All("places", static alliance => alliance.Places.Count, Limits.Places),
        PersonInvited or PersonAskedToJoin => All("invitations", static alliance => alliance.Invitations.Count(IsWaiting), Limits.OpenInvitations),
        CommitmentRequested or CommitmentOffered or CommitmentCorrected { To: CommitmentState.Active } =>
            All("promises", static alliance => alliance.Commitments.Count(static promise => !promise.State.IsEnded()), Limits.OpenPromises),
        DecisionProposed => All("decisions", static alliance => alliance.Decisions.Count(static decision => decision.IsOpen), Limits.OpenDecisions),
        ProcessStarted => All("processes", static alliance => alliance.Processes.Count, Limits.Processes),
        IndicatorAgreed => All("indicators", static alliance => alliance.Indicators.Count(static one => one.IsLive), Limits.Indicators),
        IndicatorRead read => All("readings", alliance => alliance.Indicators[read.Indicator].Readings.Count, Limits.Readings),
        StoryTold => All("stories", static alliance => alliance.Stories.Count(static story => story.IsWaiting), Limits.OpenStories),
        // Of the partner that comes near it; who added them is one of its managers or an administrator.
        HolidaysAdded added => All("holidays", alliance => alliance.Partners[added.Partner].Holidays.Days.Count, Limits.Holidays),
        PartnerNoteAdded added => new(
            "partner-notes", alliance => alliance.Partners[added.Partner].Notes.Count, PartnerNotes.Most, Addressee.Managers(added.Partner)),
        RoundPlanned => new("rounds", static alliance => alliance.Rounds.Count, Limits.Rounds, Facilitators),
        LineCaught caught => new("round-lines", alliance => alliance.Rounds[caught.Round].Lines.Count, Limits.RoundLines, Facilitators),
        WordGiven given => new("round-words", alliance => alliance.Rounds[given.Round].Of(given.Component).Said.Count, Limits.RoundWords, Facilitators),
        AbsenceAnnounced away => Own("absences", alliance => alliance.People[away.Person].Absences.Count, Limits.Absences, away.Person),
        ConcernRaised raised => Own(
            "concerns", alliance => alliance.Concerns.Count(one => one.IsOpen && one.By == raised.By), Limits.OpenConcernsOfOne, raised.By),
        CaseOpened opened => Own(
            "cases", alliance => alliance.Cases.Count(one => one.IsOpen && one.Opener == opened.By), Limits.OpenCasesOfOne, opened.By),
        _ => null,
    };

    private static Watch All(string what, Func<Alliance, int> count, int limit) => new(what, count, limit, Administrators);

    private static Watch Own(string what, Func<Alliance, int> count, int limit, PersonId person) => new(what, count, limit, Addressee.Person(person));

    public static ValueList<Notice> For(Alliance before, AllianceEvent happened, Alliance after)
    {
        if (Watched(happened) is not { } watch) return [];
        var near = watch.Limit - (watch.Limit / 10);
        if (watch.Count(after) < near || watch.Count(before) >= near) return [];
        return
        [
            new Notice(after.Id, Kind, watch.To, happened.At) { MayFallBack = watch.To.Role != AddresseeRole.Person }
                .With("what", $"limit.{watch.What}")
                .With("count", watch.Count(after).ToString(CultureInfo.InvariantCulture))
                .With("limit", watch.Limit.ToString(CultureInfo.InvariantCulture)),
        ];
    }

    private static bool IsWaiting(Invitation invitation) => invitation.State is InvitationState.Open or InvitationState.Asked;
}
