using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>Random commands about a check-in, and about how somebody wants to be asked.</summary>
internal static class RandomCheckIn
{
    public static Command Command(Random chance, Alliance alliance, Instant now, CheckIn checkIn, AskId ask)
    {
        var (id, revision, today) = (checkIn.Id, checkIn.Revision, alliance.DateOf(now));
        return chance.Next(24) switch
        {
            0 or 1 or 2 => new UndoCheckIn(id, revision - chance.Next(2), ask),
            3 or 4 => new SnoozeCheckIn(id, revision, ask, now + Duration.FromHours(chance.Next(-2, 60))),
            5 or 6 => new SeeCheckInAnswer(id, revision, ask),
            7 => new AskColleague(id, revision, ask, Person(chance, alliance)),
            8 or 9 => new AnswerCheckIns(
                alliance.CheckIns.Where(_ => chance.Next(3) == 0).Take(5)
                    .Select(one => new CheckInReply(one.Id, one.Revision, (CheckInAnswer)chance.Next(4), null, chance.Next(2) == 0)).ToValueList(),
                ask),
            10 => new UndoCheckIns(new($"a{chance.Next(400)}"), ask),
            11 => new PausePrompts(today.PlusDays(chance.Next(-3, 100)), ask),
            12 => new ResumePrompts(ask),
            13 => new FewerPrompts(ask),
            14 => new LimitPrompts(chance.Next(0, 4), ask),
            15 => new NameStandIn(chance.Next(3) == 0 ? null : Person(chance, alliance), ask),
            _ => new AnswerCheckIn(id, revision, ask, (CheckInAnswer)chance.Next(7), Riverbend.Say("note"), chance.Next(2) == 0, Blocker(chance, alliance)),
        };
    }

    private static Subject? Blocker(Random chance, Alliance alliance) => chance.Next(4) switch
    {
        0 => Person(chance, alliance),
        1 => RandomStory.Pick(chance, alliance.Partners.Select(static partner => partner.Id).ToList()),
        2 when chance.Next(4) == 0 => alliance.Id,
        _ => null,
    };

    private static PersonId Person(Random chance, Alliance alliance) => chance.Next(15) == 0
        ? Riverbend.Stranger
        : RandomStory.Pick(chance, alliance.People.Select(static person => person.Id).ToList());
}
