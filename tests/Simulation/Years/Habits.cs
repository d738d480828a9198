using AllianceBot.Domain;
using AllianceBot.Engine.Tests;
using NodaTime;

namespace Simulation.Years;

/// <summary>What people do about being asked: go away, take holidays, move, work at other hours, wish for less.</summary>
internal sealed class Habits(Seeded chance, Asks asks)
{
    public (Command Command, PersonId By) Any(Alliance alliance)
    {
        var by = chance.Of<PersonId>([.. Cast.PeopleOf(alliance.Id)]);
        var (ask, today) = (asks.Ask(), asks.Today);
        var colleague = chance.OneIn(3) ? (PersonId?)null : chance.Of<PersonId>([.. Cast.PeopleOf(alliance.Id)]);
        return chance.Below(22) switch
        {
            < 7 => (Absence(by, colleague, ask, today), by),
            7 => (new EndAbsence(ask), by),
            8 => (new ChangeCover(colleague, ask), by),
            9 or 10 => Holiday(alliance, ask, today),
            11 or 12 => (new SetMyHours(chance.OneIn(4) ? null : Own(), ask), by),
            13 => (new PausePrompts(today.PlusDays(chance.Below(40)), ask), by),
            14 => (new FewerPrompts(ask), by),
            15 => (new LimitPrompts(1 + chance.Below(3), ask), by),
            16 or 17 => (new ResumePrompts(ask), by),
            18 => (new NameStandIn(colleague, ask), by),
            19 => (new RemarkOn(Any(alliance.Commitments), new($"{ask.Value}.0", "A sentence for the digest"), ask), by),
            20 => (new SetDigest(Wish(), ask), Cast.Manager(chance.Of(Cast.PartnersOf(alliance.Id)))),
            _ => (new LayDownCover(chance.Of<PersonId>([.. Cast.PeopleOf(alliance.Id)]), ask), by),
        };
    }

    private AnnounceAbsence Absence(PersonId by, PersonId? cover, AskId ask, LocalDate today)
    {
        var from = today.PlusDays(chance.Below(20) - 1);
        return new(from, chance.OneIn(20) ? null : from.PlusDays(chance.Below(15)), cover == by ? null : cover, ask);
    }

    private (Command, PersonId) Holiday(Alliance alliance, AskId ask, LocalDate today)
    {
        var partner = chance.Of(Cast.PartnersOf(alliance.Id));
        var from = today.PlusDays(chance.Below(60));
        return (new AddHolidays(partner, [new(from, from.PlusDays(chance.OneIn(4) ? 4 : 0), null)], Merge: false, ask), Cast.Manager(partner));
    }

    private CommitmentId Any(Items<CommitmentId, Commitment> promises) =>
        promises.Count == 0 ? new("none") : promises.ElementAt(chance.Below(promises.Count)).Id;

    private DigestWish Wish() => new(1 + chance.Below(7), new(chance.Below(24), chance.OneIn(2) ? 30 : 0))
    {
        Off = chance.OneIn(6),
        WhenNothing = (WhenNothing)chance.Below(2),
        DuringLeave = (DuringLeave)chance.Below(2),
    };

    private OwnHours Own() => new(
        chance.OneIn(2) ? chance.Of(YearCast.Zones) : null,
        chance.OneIn(4) ? new Workdays(1 + chance.Below(127)) : null,
        chance.OneIn(3) ? new LocalTime(5 + chance.Below(6), chance.OneIn(2) ? 30 : 0) : null,
        chance.OneIn(3) ? new LocalTime(13 + chance.Below(8), 0) : null,
        chance.OneIn(3) ? new QuietTime(new(11 + chance.Below(3), 15), new(15, 45)) : null);
}
