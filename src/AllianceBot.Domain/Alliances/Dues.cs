using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Keeps the due index: after an event only what it touched is asked anew, after a change of calendar everything.</summary>
public static class Dues
{
    /// <summary>The due index of a state, made from nothing: what the kept one must always equal.</summary>
    public static DueIndex Recomputed(Alliance alliance)
    {
        var due = DueIndex.Empty;
        foreach (var commitment in alliance.Commitments) due = due.With(commitment.Id, Of(alliance, commitment.Id));
        foreach (var checkIn in alliance.CheckIns) due = due.With(checkIn.Id, Of(alliance, checkIn.Id));
        foreach (var person in alliance.People) due = due.With(person.Id, Of(alliance, person.Id));
        foreach (var decision in alliance.Decisions) due = due.With(decision.Id, Of(alliance, decision.Id));
        foreach (var one in alliance.Cases) due = due.With(one.Id, Of(alliance, one.Id));
        foreach (var round in alliance.Rounds) due = due.With(round.Id, Of(alliance, round.Id));
        foreach (var book in alliance.Digests) due = due.With(DigestId.NextOf(book.Reader), Of(alliance, DigestId.NextOf(book.Reader)));
        foreach (var book in alliance.Previews) due = due.With(DigestId.PreviewOf(book.Person), Of(alliance, DigestId.PreviewOf(book.Person)));
        foreach (var story in alliance.Stories) due = due.With(story.Id, Of(alliance, story.Id));
        foreach (var indicator in alliance.Indicators) due = due.With(indicator.Id, Of(alliance, indicator.Id));
        foreach (var keeping in Retaining.All(alliance)) due = due.With(keeping, Of(alliance, keeping));
        return due;
    }

    /// <summary>The due index after an event: the kept one, with what the event touched asked anew.</summary>
    /// <param name="alliance">The state that the event made, still with the index and the version of before, on which nothing is due.</param>
    /// <param name="version">The version that the event makes.</param>
    /// <param name="happened">The event.</param>
    public static DueIndex After(Alliance alliance, long version, AllianceEvent happened)
    {
        if (happened is ZoneSet or WorkdaysSet or PartnerWorkdaysSet or SettingsChanged or HolidaysAdded or HolidaysRemoved or CharterAdopted)
        {
            return Recomputed(alliance);
        }

        var due = alliance.Due;
        foreach (var subject in Touched(alliance, happened)) due = due.With(subject, Of(alliance, subject));
        if (alliance.DigestDays.Since != version) return due;
        // Digests are made on other days than before, and so are shown beforehand on others.
        foreach (var book in alliance.Previews) due = due.With(DigestId.PreviewOf(book.Person), Of(alliance, DigestId.PreviewOf(book.Person)));
        return due;
    }

    /// <summary>A commitment and its check-ins move together: an event of one may change when any of them is due.</summary>
    internal static List<Subject> Touched(Alliance alliance, AllianceEvent happened) => happened switch
    {
        // A series' next turn counts from the occurrence that came.
        CommitmentCameUp came => [came.Series, .. Family(alliance, came.Commitment), .. Digesting.DoersOf(alliance, came)],
        CommitmentEvent commitment => [.. Family(alliance, commitment.Commitment), .. Digesting.DoersOf(alliance, commitment)],
        CheckInEvent checkIn => WithCheckIns(alliance, checkIn.Commitment, []),
        // Who wishes for less is reminded less, also of what is open.
        PromptsSet prompts =>
        [
            .. from checkIn in alliance.CheckIns where checkIn.IsWaiting() && checkIn.Person == prompts.Person select (Subject)checkIn.Id,
            .. OwnedBy(alliance, prompts.Person),
        ],
        IndicatorEvent indicator => [indicator.Indicator, Retaining.Of(indicator.Indicator)],
        DecisionEvent decision => OfDecision(alliance, decision),
        ProcessEvent process => [process.Process],
        // How long a round's words are kept depends on the one after it.
        RoundEvent round => [round.Round, .. from other in alliance.Rounds where other.Number <= alliance.Rounds[round.Round].Number select Retaining.Of(other.Id)],
        DigestPreviewed shown => [DigestId.PreviewOf(shown.Reader)],
        DigestEvent digest => [DigestId.NextOf(digest.Reader)],
        RoleAssigned role => [DigestId.NextOf(role.Person), .. OwnedBy(alliance, role.Person)],
        RoleUnassigned role => [DigestId.NextOf(role.Person), .. OwnedBy(alliance, role.Person)],
        PartnerRemoved => [.. from book in alliance.Digests select DigestId.NextOf(book.Reader)],
        StoryEvent story => [story.Story],
        ForgettingEvent forgotten => [Retaining.Of(forgotten.Item)],
        ConcernEvent concern => [Retaining.Of(concern.Concern)],
        CaseEvent one => [one.Case, Retaining.Of(one.Case)],
        PersonJoined joined => [Retaining.Of(joined.Person), .. OwnedBy(alliance, joined.Person)],
        StrikeEvent strike => [strike.Subject],
        PersonHoursSet hours => OfPerson(alliance, hours.Person),
        AbsenceAnnounced absence => OfPerson(alliance, absence.Person),
        AbsenceBegan absence => OfPerson(alliance, absence.Person),
        AbsenceEnded absence => OfPerson(alliance, absence.Person),
        CoverChanged absence => OfPerson(alliance, absence.Person),
        PersonLeft left => [left.Person, Retaining.Of(left.Person), DigestId.NextOf(left.Person), DigestId.PreviewOf(left.Person), .. OwnedBy(alliance, left.Person)],
        _ => [],
    };

    private static List<Subject> Family(Alliance alliance, CommitmentId commitment)
    {
        var family = new List<Subject> { commitment, Retaining.Of(commitment) };
        foreach (var before in Retaining.Before(alliance, commitment)) family.Add(Retaining.Of(before));
        return WithCheckIns(alliance, commitment, family);
    }

    /// <summary>How long words are kept hangs on how a promise ended, which no check-in changes.</summary>
    private static List<Subject> WithCheckIns(Alliance alliance, CommitmentId commitment, List<Subject> family)
    {
        if (family.Count == 0) family.Add(commitment);
        for (var n = 1; alliance.CheckIns.Find(new($"{commitment.Value}-{n}")) is { } checkIn; n++) family.Add(checkIn.Id);
        return family;
    }

    /// <summary>A decision, how long its words are kept, and the same of the one it replaces.</summary>
    private static List<Subject> OfDecision(Alliance alliance, DecisionEvent happened)
    {
        var touched = new List<Subject> { happened.Decision, Retaining.Of(happened.Decision) };
        if (alliance.Decisions[happened.Decision].Proposal.Amends is { } old) touched.AddRange([old, Retaining.Of(old)]);
        return touched;
    }

    /// <summary>What a person's own calendar moves: what the person owes, and the check-ins of it.</summary>
    private static List<Subject> OfPerson(Alliance alliance, PersonId person)
    {
        var moved = new List<Subject> { person, DigestId.NextOf(person), DigestId.PreviewOf(person) };
        foreach (var commitment in alliance.Commitments)
        {
            if (commitment.Terms.Doer == person && Promises.IsOpen(commitment)) moved.AddRange(Family(alliance, commitment.Id));
        }

        // What the person answers for somebody else keeps the person's hours too.
        foreach (var checkIn in alliance.CheckIns)
        {
            if (checkIn.IsWaiting() && checkIn.Person == person && !moved.Contains(checkIn.Id)) moved.Add(checkIn.Id);
        }

        moved.AddRange(OwnedBy(alliance, person));
        return moved;
    }

    /// <summary>Indicators whose number this person is asked for.</summary>
    private static IEnumerable<Subject> OwnedBy(Alliance alliance, PersonId person) =>
        from indicator in alliance.Indicators where indicator.Owner == person select (Subject)indicator.Id;

    private static Instant? Of(Alliance alliance, Subject subject)
    {
        foreach (var parked in alliance.Parked)
        {
            if (parked.Subject == subject) return null;
        }

        var due = subject.Kind switch
        {
            SubjectKind.Commitment when alliance.Commitments.Find(new(subject.Id)) is { } commitment =>
                CommitmentFold.NextDue(alliance, commitment),
            SubjectKind.CheckIn when alliance.CheckIns.Find(new(subject.Id)) is { } checkIn =>
                CheckInFold.NextDue(alliance, checkIn),
            SubjectKind.Person when alliance.People.Find(new(subject.Id)) is { Absences.Count: > 0 } person =>
                Absences.NextDue(alliance, person),
            SubjectKind.Digest when alliance.Digests.Find(new(subject.Id)) is { } book => DigestTimes.NextDue(alliance, book),
            SubjectKind.Preview when alliance.Previews.Find(new(subject.Id)) is { } book => PreviewTimes.NextDue(alliance, book),
            SubjectKind.Story when alliance.Stories.Find(new(subject.Id)) is { } story => StoryDecider.NextDue(story),
            SubjectKind.Keeping => Retaining.DueOf(alliance, subject),
            SubjectKind.Decision when alliance.Decisions.Find(new(subject.Id)) is { } decision =>
                DecisionClock.NextDue(alliance, decision),
            SubjectKind.Case when alliance.Cases.Find(new(subject.Id)) is { } one => CaseClock.NextDue(alliance, one),
            SubjectKind.Round when alliance.Rounds.Find(new(subject.Id)) is { } round => RoundClock.NextDue(alliance, round),
            SubjectKind.Indicator when alliance.Indicators.Find(new(subject.Id)) is { } indicator =>
                IndicatorClock.NextDue(alliance, indicator),
            _ => null,
        };
        foreach (var pushed in alliance.Pushed)
        {
            if (pushed.Subject == subject && due is { } at) due = Instant.Max(at, pushed.Until);
        }

        return due;
    }
}
