namespace AllianceBot.Domain;

/// <summary>
/// Who is told of what happens to a check-in: the person asked; of trouble first those who can help, the receiver and whom
/// the answer names, then the trouble-shooters, all after the time in which it can be taken back. On track and its like are
/// there to be looked up.
/// </summary>
public static class CheckInNotices
{
    /// <summary>All that one person is asked on a day comes as one card.</summary>
    public const string Bundle = "checkins";

    public static ValueList<Notice> For(Alliance before, CheckInEvent happened, Alliance after)
    {
        var checkIn = after.CheckIns[happened.CheckIn];
        return happened switch
        {
            CheckInOpened e => [Opened(e, checkIn)],
            CheckInNudged e => [Asks(e, "checkin.nudged", checkIn.Person)],
            // The person chose that time, whatever hour it is.
            CheckInWoken e => [Asks(e, "checkin.woken", checkIn.Person) with { AnyHour = true }],
            CheckInAnswered e => Answered(e, checkIn, after),
            CheckInSeen e => [new(e.CheckIn, "checkin.seen", Addressee.Person(checkIn.Person), e.At) { Facts = [By(e.By)] }],
            CheckInUnseen { Step: 1 } e => First(e, checkIn, "checkin.unseen", after),
            CheckInUnseen e => Next(e, checkIn, after),
            CheckInColleagueAsked e => [Asked(e, checkIn, e.Colleague)],
            CheckInMissed e => Missed(e, checkIn, after),
            CheckInExcused { For: ExcusedFor.NotReached } e =>
                [new(e.CheckIn, "checkin.not-reached", new(AddresseeRole.Facilitators), e.At)],
            _ => [],
        };
    }

    private static Fact By(PersonId person) => new("who", person.Value);

    private static Notice Asks(CheckInEvent happened, string kind, PersonId person) =>
        new(happened.CheckIn, kind, Addressee.Person(person), happened.At) { Bundle = Bundle };

    private static Notice Opened(CheckInOpened happened, CheckIn checkIn) => Asks(happened, "checkin.opened", happened.Person) with
    {
        MustArrive = true,
        // By the person's own command: the answer to what was just asked for.
        AnyHour = checkIn.Kind == CheckInKind.ByCommand && happened.By == happened.Person,
    };

    private static Notice Asked(CheckInEvent happened, CheckIn checkIn, PersonId colleague) =>
        new(happened.CheckIn, "checkin.colleague-asked", Addressee.Person(colleague), happened.At)
        {
            MustArrive = true,
            Facts = [By(checkIn.Person)],
        };

    private static ValueList<Notice> Answered(CheckInAnswered happened, CheckIn checkIn, Alliance after)
    {
        var told = new List<Notice>();
        if (happened.By != checkIn.Person)
        {
            told.Add(new(happened.CheckIn, "checkin.answered-for-you", Addressee.Person(checkIn.Person), happened.At) { Facts = [By(happened.By)] });
        }

        switch (happened.Answer)
        {
            case CheckInAnswer.AtRisk:
                told.AddRange(First(happened, checkIn, "checkin.at-risk", after));
                break;
            case CheckInAnswer.Blocked:
                told.AddRange(First(happened, checkIn, "checkin.blocked", after));
                break;
            default:
                if (checkIn.Kind == CheckInKind.ByCommand) told.Add(new(happened.CheckIn, "checkin.on-track", new(AddresseeRole.Receiver), happened.At));
                break;
        }

        if (happened.HelpWanted) told.Add(Help(happened, checkIn, after));
        return told.Select(notice => notice with
        {
            NotBefore = NodaTime.Instant.Max(notice.NotBefore, happened.At + after.Settings.UndoWindow),
            MayFallBack = false,
            Undoable = after.Version,
        }).ToValueList();
    }

    /// <summary>Those who can help first: the receiver, and whom the answer names.</summary>
    private static ValueList<Notice> First(CheckInEvent happened, CheckIn checkIn, string kind, Alliance after)
    {
        var receiver = new Notice(happened.CheckIn, kind, new(AddresseeRole.Receiver), happened.At) { MayFallBack = false };
        var promise = after.Commitments[checkIn.Commitment];
        var asks = happened is CheckInUnseen ? kind : "checkin.blocking";
        return checkIn.Blocker switch
        {
            { Kind: SubjectKind.Person } person when promise.Terms.Receiver?.Value != person.Id && checkIn.Person.Value != person.Id =>
                [receiver, receiver with { Kind = asks, To = Addressee.Person(new(person.Id)) }],
            { Kind: SubjectKind.Partner } partner when promise.Terms.ReceiverPartner.Value != partner.Id =>
                [receiver, receiver with { Kind = asks, To = Addressee.Contacts(new(partner.Id)), Except = checkIn.Person }],
            _ => [receiver],
        };
    }

    /// <summary>
    /// The trouble-shooters, if help is wanted: at once, or, when the answer names who can help, on the next working day if
    /// nobody has looked by then.
    /// </summary>
    private static Notice Help(CheckInAnswered happened, CheckIn checkIn, Alliance after)
    {
        var at = happened.At;
        if (checkIn.Blocker is not null)
        {
            var calendar = Calendars.Of(after, after.Commitments[checkIn.Commitment].Terms.ReceiverPartner);
            at = calendar.OpeningOn(calendar.NextWorkday(calendar.DateOf(at)));
        }

        return new(happened.CheckIn, "checkin.help-wanted", new(AddresseeRole.Helpers), at);
    }

    /// <summary>Nobody looked after a reminder: the trouble-shooters and the doer's own managers.</summary>
    private static ValueList<Notice> Next(CheckInUnseen happened, CheckIn checkIn, Alliance after)
    {
        var helpers = new Notice(happened.CheckIn, "checkin.stepped-up", new(AddresseeRole.Helpers), happened.At) { MayFallBack = false };
        return HasOtherManager(after, checkIn)
            ? [helpers, helpers with { To = new(AddresseeRole.DoerManagers), Except = checkIn.Person }]
            : [helpers];
    }

    /// <summary>
    /// The person is told and a colleague asked; the second in a row is for the own manager, the third for the
    /// trouble-shooters.
    /// </summary>
    private static ValueList<Notice> Missed(CheckInMissed happened, CheckIn checkIn, Alliance after)
    {
        var kind = happened.Asked is null ? "checkin.missed" : "checkin.missed-colleague";
        var told = new List<Notice> { new Notice(happened.CheckIn, kind, Addressee.Person(checkIn.Person), happened.At).With("who", happened.Asked?.Value) };
        if (happened.Asked is { } colleague) told.Add(Asked(happened, checkIn, colleague));
        if (happened.InRow == 2 && HasOtherManager(after, checkIn))
        {
            told.Add(new(happened.CheckIn, "checkin.missed-again", new(AddresseeRole.DoerManagers), happened.At) { Except = checkIn.Person });
        }

        if (happened.InRow == 3)
        {
            told.Add(new(happened.CheckIn, "checkin.missed-third", new(AddresseeRole.Helpers), happened.At) { Except = checkIn.Person });
        }

        return told.ToValueList();
    }

    private static bool HasOtherManager(Alliance alliance, CheckIn checkIn) =>
        alliance.ManagersOf(alliance.Commitments[checkIn.Commitment].Terms.DoerPartner).Any(manager => manager != checkIn.Person);
}
