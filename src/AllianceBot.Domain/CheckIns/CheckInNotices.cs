namespace AllianceBot.Domain;

/// <summary>
/// Who is told of what happens to a check-in: the person asked; of trouble the receiver, and those who can help if help is
/// wanted, after the time in which it can be taken back. On track and its like are there to be looked up.
/// </summary>
public static class CheckInNotices
{
    /// <summary>All that one person is asked on a day comes as one card.</summary>
    public const string Bundle = "checkins";

    public static ValueList<Notice> For(Alliance before, CheckInEvent happened, Alliance after) => happened switch
    {
        CheckInOpened e => [Opened(e, after)],
        CheckInAnswered e => Answered(e, after),
        CheckInMissed e => [new(e.CheckIn, "checkin.missed", Addressee.Person(after.CheckIns[e.CheckIn].Person), e.At)],
        CheckInExcused { For: ExcusedFor.NotReached } e =>
            [new(e.CheckIn, "checkin.not-reached", new(AddresseeRole.Facilitators), e.At)],
        _ => [],
    };

    private static Notice Opened(CheckInOpened happened, Alliance after)
    {
        var byCommand = after.CheckIns[happened.CheckIn] is { Kind: CheckInKind.ByCommand };
        return new(happened.CheckIn, "checkin.opened", Addressee.Person(happened.Person), happened.At)
        {
            MustArrive = true,
            Bundle = Bundle,
            // By the person's own command: the answer to what was just asked for.
            AnyHour = byCommand && happened.By == happened.Person,
        };
    }

    private static ValueList<Notice> Answered(CheckInAnswered happened, Alliance after)
    {
        var checkIn = after.CheckIns[happened.CheckIn];
        var kind = happened.Answer switch
        {
            CheckInAnswer.AtRisk => "checkin.at-risk",
            CheckInAnswer.Blocked => "checkin.blocked",
            _ when checkIn.Kind == CheckInKind.ByCommand => "checkin.on-track",
            _ => null,
        };
        if (kind is null) return [];
        var notice = new Notice(
            happened.CheckIn, kind, new(AddresseeRole.Receiver), happened.At + after.Settings.UndoWindow)
        {
            MayFallBack = false,
            Undoable = after.Version,
        };
        return happened.HelpWanted
            ? [notice, notice with { Kind = "checkin.help-wanted", To = new(AddresseeRole.Helpers) }]
            : [notice];
    }
}
