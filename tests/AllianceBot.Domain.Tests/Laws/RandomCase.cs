using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>Random commands about concerns and cases, from whoever: those in them, those who would like to peek, and strangers.</summary>
internal static class RandomCase
{
    public static (Command Command, PersonId By) Next(Random chance, Alliance alliance, Instant now, AskId ask, string draft, PersonId by)
    {
        var roll = chance.Next(20);
        if (roll == 0) return (Raise(chance, alliance, ask, draft), by);
        if (roll == 1 && alliance.Concerns.Count > 0) return OnConcern(chance, alliance, ask, by);
        if (roll < 4 || alliance.Cases.Count == 0) return (Open(chance, alliance, ask, draft), by);
        if (alliance.Decisions.FirstOrDefault(static decision => decision.IsOpen && DecisionRights.IsOfACase(decision)) is { } review && chance.Next(4) == 0
            && DecisionRights.RepresentativesOf(alliance, review) is { Count: > 0 } speak)
        {
            return (new GiveVoice(review.Id, review.Revision, ask, null, chance.Next(4) == 0 ? Position.StandAside : Position.Agree, null, null), RandomStory.Pick(chance, speak.ToList()));
        }

        var byAge = alliance.Cases.OrderBy(static each => each.OpenedAt).ToList();
        var one = chance.Next(3) == 0 ? byAge[0] : RandomStory.Pick(chance, byAge.TakeLast(4).ToList());
        var act = RandomStory.Pick(chance, Enum.GetValues<CaseAct>());
        if (chance.Next(6) > 0 && Possible(alliance, one, now) is { Count: > 0 } possible) (act, by) = RandomStory.Pick(chance, possible);
        // A seeded attempt to peek: right in everything but who asks, or about a case that is not there.
        if (chance.Next(12) == 0) by = RandomStory.Pick(chance, alliance.People.Select(static person => person.Id).ToList());
        if (chance.Next(25) == 0) one = one with { Id = new("nothere") };
        var revision = chance.Next(10) == 0 ? one.Revision + chance.Next(-2, 2) : one.Revision;
        return (Of(chance, alliance, now, one, act, revision, ask, by, draft), by);
    }

    /// <summary>What the rules let somebody do now; what ends it, and mere talk, is left to chance, so that cases get on.</summary>
    private static List<(CaseAct Act, PersonId By)> Possible(Alliance alliance, Case one, Instant now) =>
    [
        .. from act in Enum.GetValues<CaseAct>()
           where act is not (CaseAct.Refer or CaseAct.Withdraw or CaseAct.Note or CaseAct.RefuseMotion or CaseAct.RetractMotion
               or CaseAct.RaiseLevel or CaseAct.RefuseSettlement or CaseAct.RetractSettlement)
           from person in alliance.People
           where CaseGuards.Permits(alliance, one, person.Id, act) && CaseGuards.Refuses(alliance, one, person.Id, act, now) is null
           select (act, person.Id),
    ];

    private static OpenCase Open(Random chance, Alliance alliance, AskId ask, string draft)
    {
        var people = alliance.People.ToList();
        var with = Enumerable.Range(0, chance.Next(1, 4)).Select(_ => RandomStory.Pick(chance, people))
            .Select(person => new CaseAsked(person.Partner ?? Riverbend.Cedar, chance.Next(4) == 0 ? null : person.Id)).ToValueList();
        var id = chance.Next(12) == 0 && alliance.Cases.Count > 0 ? alliance.Cases.First().Id : new CaseId(draft);
        return new(
            id, ask, RandomStory.Pick(chance, Enum.GetValues<ConflictKind>()[..3]), Said(chance, "secret matter"), null, with,
            chance.Next(4) == 0 && alliance.Concerns.Count > 0 ? RandomStory.Pick(chance, alliance.Concerns.ToList()).Id : null,
            chance.Next(4) == 0 && alliance.Commitments.Count > 0 ? RandomStory.Pick(chance, alliance.Commitments.ToList()).Id : null,
            chance.Next(6) == 0 ? RandomStory.Pick(chance, people).Id : null);
    }

    private static ConcernCommand Raise(Random chance, Alliance alliance, AskId ask, string draft)
    {
        var people = alliance.People.Select(static person => person.Id).ToList();
        ValueList<PersonId> meant = chance.Next(4) == 0 ? [] : [RandomStory.Pick(chance, people)];
        return chance.Next(3) == 0
            ? new SayQuietWord(new(draft), ask, Said(chance, "secret word"), ConflictKind.Culture, RandomStory.Pick(chance, people), meant)
            : new RaiseConcern(new(draft), ask, Said(chance, "secret concern"), ConflictKind.MissedCommitment, meant, null);
    }

    private static (Command Command, PersonId By) OnConcern(Random chance, Alliance alliance, AskId ask, PersonId by)
    {
        var concern = RandomStory.Pick(chance, alliance.Concerns.ToList());
        by = chance.Next(3) switch
        {
            0 => by,
            1 when concern.People.Count > 0 => RandomStory.Pick(chance, concern.People.ToList()),
            _ => concern.By,
        };
        var (id, revision) = (concern.Id, chance.Next(10) == 0 ? concern.Revision - 1 : concern.Revision);
        return (chance.Next(7) switch
        {
            0 => new OfferTalk(id, revision, ask, Said(chance, "secret offer")),
            1 => new AnswerTalk(id, revision, ask, chance.Next(2) == 0, Said(chance, "secret answer")),
            2 => new ShareConcern(id, revision, ask, (ConcernAid)chance.Next(2)),
            3 => new EndConcern(id, revision, ask, null),
            4 => new WithdrawConcern(id, revision, ask),
            5 => new HearConcern(id, revision, ask, null),
            _ => (Command)new Redact(id, concern.Sentence.Id, ask),
        }, by);
    }

    private static Words Said(Random chance, string text) => new($"w.case.{chance.Next(100_000)}", text);

    private static CaseCommand Of(
        Random chance, Alliance alliance, Instant now, Case one, CaseAct act, int revision, AskId ask, PersonId by, string draft)
    {
        var (id, today) = (one.Id, alliance.DateOf(now));
        var words = Said(chance, "secret text");
        var some = chance.Next(2) == 0 ? null : words;
        var item = chance.Next(1, Math.Max(2, one.Items.Count + 1));
        ValueList<PersonId> quoted = chance.Next(3) == 0 && one.People.Count > 0 ? [one.People[chance.Next(one.People.Count)].Person] : [];
        return act switch
        {
            CaseAct.Acknowledge => new AcknowledgeCase(id, revision, ask),
            CaseAct.AgreeSettlement => new AgreeSettlement(id, revision, ask),
            CaseAct.RefuseSettlement or CaseAct.RetractSettlement => new DropSettlement(id, revision, ask, some),
            CaseAct.ConfirmSkip => new ConfirmSkip(id, revision, ask),
            CaseAct.RefuseSkip => new RefuseSkip(id, revision, ask, some),
            CaseAct.GiveStatement => new GiveStatement(id, revision, ask, Said(chance, "secret facts"), Said(chance, "secret interests"), words, quoted),
            CaseAct.Answer => new AnswerOnRung(id, revision, ask, words),
            CaseAct.AgreeMotion => new AgreeMotion(id, revision, ask),
            CaseAct.RefuseMotion or CaseAct.RetractMotion => new DropMotion(id, revision, ask, some),
            CaseAct.SayItHolds => new AnswerFollowUp(id, revision, ask, true, some),
            CaseAct.SayItDoesNot => new AnswerFollowUp(id, revision, ask, false, some),
            CaseAct.ApproveReviewText => new ApproveReviewText(id, revision, ask),
            CaseAct.ConsentLevel => new AnswerLevel(id, revision, ask, item, true),
            CaseAct.RefuseLevel => new AnswerLevel(id, revision, ask, item, false),
            CaseAct.ProposeSettlement => new ProposeSettlement(id, revision, ask, Settlement(chance, alliance, one, today, draft)),
            CaseAct.Summarise => new SummariseRung(id, revision, ask, words, quoted),
            CaseAct.Note => new NoteCase(id, revision, ask, words, quoted),
            CaseAct.GoUp => new GoUp(id, revision, ask, some),
            CaseAct.AskReview => new AskReview(id, revision, ask, Asked(chance, one, today), chance.Next(2) == 0 ? null : Said(chance, "text for the others")),
            CaseAct.WriteReviewText => new WriteReviewText(id, revision, ask, Said(chance, "text for the others")),
            CaseAct.AskSkip => new AskSkip(id, revision, ask, chance.Next(1, 6), chance.Next(0, 4), Confirmer(chance, alliance, one), words),
            CaseAct.StepDown => new StepDown(id, revision, ask, some),
            CaseAct.RaiseLevel => new RaiseLevel(id, revision, ask, item, (Level)chance.Next(5)),
            CaseAct.KeepOpen => new KeepCaseOpen(id, revision, ask),
            CaseAct.Reopen => new ReopenCase(id, revision, ask),
            CaseAct.Refer => new ReferCase(id, revision, ask, words),
            CaseAct.Withdraw => new WithdrawCase(id, revision, ask, some),
            _ => new ProposeMotion(id, revision, ask, Motion(chance, alliance, one, act, today), some),
        };
    }

    private static MotionAsked Motion(Random chance, Alliance alliance, Case one, CaseAct act, LocalDate today) => act switch
    {
        CaseAct.GoDown => new(MotionKind.GoDown) { Step = chance.Next(0, 4) },
        CaseAct.Extend => new(MotionKind.Extend) { Days = chance.Next(0, 9) },
        CaseAct.Pause => new(MotionKind.Pause) { Until = today.PlusDays(chance.Next(-1, 40)) },
        CaseAct.Resume => new(MotionKind.Resume),
        CaseAct.NameNeutral => new(MotionKind.NameNeutral) { Person = Confirmer(chance, alliance, one) },
        CaseAct.RestPromises => new(MotionKind.RestPromises) { Promises = one.Stays.Count > 0 ? CaseMotions.Going(alliance, one).Take(2).ToValueList() : [] },
        CaseAct.WakePromises => new(MotionKind.WakePromises) { Promises = one.RestingPromises.Take(1).ToValueList() },
        _ => new(MotionKind.Respond) { Step = chance.Next(0, 4), Partner = one.Parties.Count > 0 ? one.Parties[chance.Next(one.Parties.Count)].Partner : null },
    };

    private static PersonId Confirmer(Random chance, Alliance alliance, Case one) =>
        chance.Next(4) > 0 && Neutrality.WhoCould(alliance, one) is { Count: > 0 } could ? RandomStory.Pick(chance, could.ToList())
            : RandomStory.Pick(chance, alliance.People.Select(static person => person.Id).ToList());

    private static ReviewAsked Asked(Random chance, Case one, LocalDate today) => new(
        (ReviewKind)Math.Max(0, chance.Next(5) - 2), one.Parties.Count > 0 ? one.Parties[chance.Next(one.Parties.Count)].Partner : null,
        today.PlusDays(chance.Next(-3, 90)), chance.Next(0, 3));

    private static Settlement Settlement(Random chance, Alliance alliance, Case one, LocalDate today, string draft)
    {
        var promises = new List<SettlementPromise>();
        var (first, second) = (PersonOf(alliance, one, 0), PersonOf(alliance, one, 1));
        if (first is { } receiver && second is { } doer && chance.Next(3) > 0)
        {
            promises.Add(new(new($"s{draft}"), new(
                Said(chance, "A list"), Said(chance, "It is there"), today.PlusDays(chance.Next(0, 30)), one.Parties[1].Partner, doer,
                one.Parties[0].Partner, receiver, null)));
        }

        return new(Said(chance, "secret settlement"), promises.ToValueList(), today.PlusDays(chance.Next(0, 60)));
    }

    private static PersonId? PersonOf(Alliance alliance, Case one, int party) =>
        one.Parties.Count > party && CaseRights.Speakers(alliance, one, one.Parties[party].Partner) is { Count: > 0 } people ? people[0] : null;
}
