using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What a facilitator looks after, told once for all facilitators.</summary>
internal static class DigestOverviews
{
    /// <summary>A partner that has something open and said nothing for so many days was not heard from.</summary>
    private const int SilentDays = 14;

    /// <summary>Lines of one kind.</summary>
    private const int Lines = 12;

    public static DigestOverview Of(Alliance alliance, DigestPass pass, Instant at)
    {
        var unanswered = alliance.Commitments.Where(promise => IsUnanswered(alliance, promise)).ToList();
        var load = Concentration.Of(alliance);
        return new()
        {
            Silent = alliance.Partners.Where(static partner => !partner.Left)
                .Select(partner => (partner.Id, Last: LastHeard(alliance, pass, partner.Id), Open: pass.Of(partner.Id).Any(Promises.IsOpen)))
                .Where(one => one.Open && !(one.Last is { } last && at - last < Duration.FromDays(SilentDays)))
                .Select(one => new DigestSilence(one.Id, one.Last is { } last ? alliance.DateOf(last) : null))
                .Take(Lines).ToValueList(),
            Unanswered = unanswered.OrderBy(static promise => promise.Terms.Due).ThenBy(static promise => promise.Number)
                .Take(Lines).Select(static promise => promise.Id).ToValueList(),
            UnansweredCount = unanswered.Count,
            TopPerson = load?.TopPerson,
            TopPartner = load?.TopPartner,
            Ceiling = load?.Ceiling,
            NotReached = alliance.People.Count(static person => person is { Left: false, NotReached: not null }),
        };
    }

    /// <summary>When somebody of this partner last did something about one of its promises, a check-in or a decision.</summary>
    public static Instant? LastHeard(Alliance alliance, DigestPass pass, PartnerId partner)
    {
        Instant? last = null;
        foreach (var promise in pass.Of(partner))
        {
            for (var at = promise.History.Count - 1; at >= 0 && !(promise.History[at].At <= last); at--)
            {
                if (!IsOfPartner(alliance, promise.History[at].By, partner)) continue;
                last = promise.History[at].At;
                break;
            }

            if (promise.Terms.DoerPartner != partner) continue;
            foreach (var checkIn in CheckInPlan.Of(alliance, promise))
            {
                if (checkIn.AnsweredAt > last || (checkIn.AnsweredAt is not null && last is null)) last = checkIn.AnsweredAt;
            }
        }

        foreach (var decision in alliance.Decisions)
        {
            foreach (var voice in decision.Voices)
            {
                if (voice.Partner == partner && !(voice.At <= last)) last = voice.At;
            }
        }

        return last;
    }

    /// <summary>All reminders went out: of a report that nobody confirms, or of check-ins that stay unanswered.</summary>
    private static bool IsUnanswered(Alliance alliance, Commitment promise)
    {
        if (promise is { State: CommitmentState.Reported, Report.Steps: CommitmentClock.ConfirmSteps }) return true;
        return promise.State.IsOwed() && DigestMaker.LastMiss(alliance, promise)?.InRow >= DigestMaker.MissesInRow;
    }

    private static bool IsOfPartner(Alliance alliance, PersonId person, PartnerId partner) =>
        person != PersonId.Clock && alliance.People.Find(person)?.Partner == partner;
}
