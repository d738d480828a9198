using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>Random commands about rounds, from whoever; private words say so, so that an oracle finds them where they may not be.</summary>
internal static class RandomRound
{
    public static (Command Command, PersonId By) Next(Random chance, Alliance alliance, Instant now, AskId ask, string draft, PersonId by)
    {
        if (chance.Next(20) == 0) return (new NoteTalk(chance.Next(0, 8), Riverbend.Say($"note {chance.Next(9)}"), ask), by);
        var round = Rounds.Now(alliance);
        if (round is null || (Rounds.Running(alliance) is null && chance.Next(3) == 0) || chance.Next(40) == 0)
        {
            var id = new RoundId(chance.Next(10) == 0 && round is not null ? round.Id.Value : draft);
            return (new PlanRound(id, ask, chance.Next(3) == 0 ? [alliance.DateOf(now).PlusDays(chance.Next(-1, 20))] : []), chance.Next(6) == 0 ? by : Riverbend.Sam);
        }

        var component = chance.Next(8) == 0 ? chance.Next(0, 8) : round.Current?.Number ?? chance.Next(1, 7);
        var act = RandomStory.Pick(chance, Enum.GetValues<RoundAct>());
        if (chance.Next(5) > 0 && Possible(chance, alliance, round, component, now) is { } possible) (act, by) = possible;
        if (round.State is RoundState.Complete or RoundState.ReviewDue && chance.Next(3) == 0) (act, by) = (RoundAct.Review, Riverbend.Sam);
        var revision = chance.Next(10) == 0 ? round.Revision + chance.Next(-2, 2) : round.Revision;
        return (Of(chance, alliance, now, round, component, act, revision, ask), by);
    }

    /// <summary>What leads on is likelier than what ends it, so that stories come to the end of rounds.</summary>
    private static (RoundAct, PersonId)? Possible(Random chance, Alliance alliance, Round round, int component, Instant now)
    {
        var acts = Enum.GetValues<RoundAct>().Where(act => act is not (RoundAct.Abandon or RoundAct.Reopen or RoundAct.Pause or RoundAct.Review) || chance.Next(act == RoundAct.Review ? 3 : 12) == 0)
            .Where(act => RoundGuards.Refuses(alliance, round, act, act == RoundAct.SayAlone ? ComponentKinds.Interdependence : component, now) is null).ToList();
        if (acts.Count == 0) return null;
        var act = acts.Contains(RoundAct.Record) && chance.Next(3) == 0 ? RoundAct.Record : RandomStory.Pick(chance, acts);
        var people = alliance.People.Where(person => RoundGuards.Permits(alliance, round, person.Id, act)).Select(static person => person.Id).ToList();
        return people.Count == 0 ? null : (act, RandomStory.Pick(chance, people));
    }

    private static RoundCommand Of(Random chance, Alliance alliance, Instant now, Round round, int component, RoundAct act, int revision, AskId ask)
    {
        var id = round.Id;
        var partners = alliance.Partners.Select(static partner => partner.Id).ToList();
        var people = alliance.People.Select(static person => person.Id).ToList();
        var date = alliance.DateOf(now).PlusDays(chance.Next(-1, 30));
        var words = new Words($"w.round.{chance.Next(100_000)}", $"private words {chance.Next(9)}");
        var open = new Words($"w.open.{chance.Next(100_000)}", $"caught {chance.Next(9)}");
        var some = ValueList.Create(partners.Where(_ => chance.Next(5) > 0).ToArray());
        PartnerId? partner = chance.Next(3) == 0 ? RandomStory.Pick(chance, partners) : null;
        int? number = chance.Next(3) == 0 ? chance.Next(0, 7) : null;
        return act switch
        {
            RoundAct.Start => new StartRound(id, revision, ask),
            RoundAct.Say => new GiveWord(id, revision, ask, component, partner, chance.Next(5) == 0 ? null : words, number, false, chance.Next(2) == 0),
            RoundAct.Pass => new GiveWord(id, revision, ask, component, partner, null, null, true, false),
            RoundAct.SayAlone => new SayAlone(id, revision, ask, partner, words),
            RoundAct.AnswerWord => new AnswerWord(
                id, revision, ask, component,
                round.Components.SelectMany(static one => one.Said).Select(static word => word.Ask).DefaultIfEmpty(ask).Last(), chance.Next(2) == 0),
            RoundAct.Gather => new Gather(
                id, revision, ask, component, new((GatherWay)chance.Next(3), chance.Next(2) == 0, chance.Next(2) == 0, chance.Next(2) == 0)),
            RoundAct.Show => new ShowWords(id, revision, ask, component, chance.Next(3) == 0 ? some : ValueList.Create(partners.ToArray())),
            RoundAct.Catch => Catch(chance, alliance, now, round, component, revision, ask, open),
            RoundAct.Branch => new AnswerBranch(
                id, revision, ask, RoundIndicators.Of(alliance, round).Select(static known => known.Key).FirstOrDefault() ?? "none",
                (BranchKind)chance.Next(2), open),
            RoundAct.Record => new RecordComponent(
                id, revision, ask, component, chance.Next(6) == 0 ? null : open, chance.Next(3) == 0 ? some : [],
                chance.Next(4) == 0 ? some : ValueList.Create(partners.ToArray()), chance.Next(3) > 0 ? date : null)
            {
                Stay = chance.Next(4) == 0,
            },
            RoundAct.Next => new OpenNext(id, revision, ask),
            RoundAct.Heard => new MarkHeard(id, revision, ask, component, [RandomStory.Pick(chance, people)], chance.Next(4) == 0),
            RoundAct.Enter => new EnterWord(id, revision, ask, component, RandomStory.Pick(chance, people), partner, words, number, chance.Next(5) == 0),
            RoundAct.Present => new MarkPresent(id, revision, ask, ValueList.Create(people.Where(_ => chance.Next(2) == 0).ToArray())),
            RoundAct.Strike => new StrikeLine(id, revision, ask, chance.Next(0, round.Lines.Count + 2)),
            RoundAct.Break => new TakeBreak(id, revision, ask, chance.Next(0, 30)),
            RoundAct.Pause => new PauseRound(id, revision, ask, chance.Next(2) == 0 ? date : null),
            RoundAct.Resume => new ResumeRound(id, revision, ask),
            RoundAct.Reopen => new ReopenComponent(id, revision, ask, chance.Next(1, 7), open),
            RoundAct.AnswerRecord => new AnswerRecord(
                id, revision, ask, round.Components.LastOrDefault(static one => one.IsRecorded)?.Number ?? component, partner, (Stance)chance.Next(3),
                chance.Next(4) == 0 ? null : open),
            RoundAct.Review => new ReviewRound(id, revision, ask, open, chance.Next(2) == 0 ? date : null),
            _ => new AbandonRound(id, revision, ask, open),
        };
    }

    private static CatchLine Catch(Random chance, Alliance alliance, Instant now, Round round, int component, int revision, AskId ask, Words text)
    {
        var partners = alliance.Partners.Select(static partner => partner.Id).ToList();
        var people = alliance.People.Select(static person => person.Id).ToList();
        var kind = (LineKind)chance.Next(7);
        var terms = chance.Next(4) == 0 ? null : RandomPromise.NewTerms(chance, alliance, now, RandomStory.Pick(chance, partners), RandomStory.Pick(chance, partners));
        return new(
            round.Id, revision, ask, component, kind, text, chance.Next(4) == 0 ? null : RandomStory.Pick(chance, people),
            chance.Next(4) == 0 ? null : alliance.DateOf(now).PlusDays(chance.Next(-2, 40)), terms);
    }
}
