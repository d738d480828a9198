using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// Answers heard by phone or on paper: who may enter one, what it may be, and that it becomes what was said only by the yes of
/// that side, under the very rules that hold for saying it oneself.
/// </summary>
internal static class Tellings
{
    public static readonly Refusal None = new("told.none");
    public static readonly Refusal NotPossible = new("told.not-possible");

    /// <summary>Facts: person, who could not say it themselves.</summary>
    public static readonly Refusal NotTheirs = new("told.not-theirs");
    public static readonly Refusal DateMissing = new("told.date-missing");
    public static readonly Refusal OwnEntry = new("told.own-entry");

    private static readonly ToldAnswer[] ToOffer = [ToldAnswer.Accept, ToldAnswer.Decline, ToldAnswer.Counter];
    private static readonly ToldAnswer[] ToWork =
        [ToldAnswer.OnTrack, ToldAnswer.AtRisk, ToldAnswer.Blocked, ToldAnswer.Done, ToldAnswer.MoreTime, ToldAnswer.CannotDo];

    public static ValueList<Refusal> All => [None, NotPossible, NotTheirs, DateMissing, OwnEntry];

    /// <summary>Facilitators and administrators, as far as they see how the promise stands.</summary>
    public static bool MayEnter(Alliance alliance, PersonId person, Commitment promise) =>
        (alliance.HoldsAnywhere(person, Role.Facilitator) || alliance.Holds(person, Role.Administrator))
        && May.Do(alliance, person, Act.SeeState, promise.Id);

    /// <summary>What was told and still waits for a yes; null when nothing does, or what it answers is over.</summary>
    public static Telling? Of(Alliance alliance, Commitment promise)
    {
        if (promise.Told is not { } told || !Possible(promise).Contains(told.Answer)) return null;
        if (told.CheckIn is not { } id) return told;
        var checkIn = alliance.CheckIns.Find(id);
        return checkIn is not null && (checkIn.AnsweredAt is not { } at || at < told.At)
            && CheckInPlan.IsAnswerable(alliance, promise, checkIn, told.At) ? told : null;
    }

    /// <summary>What can be told of a promise as it stands.</summary>
    public static ValueList<ToldAnswer> Possible(Commitment promise) => promise.State switch
    {
        _ when promise.Series is not null => [],
        _ when promise.State.IsOpenOffer() => ValueList.Create<ToldAnswer>(ToOffer),
        _ when promise.State.IsOwed() => ValueList.Create<ToldAnswer>(ToWork),
        _ => [],
    };

    /// <summary>The side whose answer it would be.</summary>
    public static Side SideOf(Commitment promise) => promise.State.IsOpenOffer() ? promise.Turn : Side.Doer;

    /// <summary>Those of that side who may say it themselves, and so may have told it.</summary>
    public static IEnumerable<PersonId> Tellers(Alliance alliance, Commitment promise) => alliance.People
        .Where(person => !person.Left && Speaks(alliance, person.Id, promise)).Select(static person => person.Id);

    /// <summary>Why this person cannot say that it is right or is not, or null.</summary>
    public static Refusal? Refuses(Alliance alliance, Commitment promise, PersonId person, bool confirming)
    {
        if (Of(alliance, promise) is not { } told) return None;
        if (told.EnteredBy == person) return confirming ? OwnEntry : null;
        return Speaks(alliance, person, promise) ? null : CommitmentGuards.NotYourTurn;
    }

    public static Outcome? Decide(Alliance alliance, Commitment promise, CommitmentCommand command, CommandContext context) => command switch
    {
        EnterTold enter => Enter(alliance, promise, enter, context),
        ConfirmTold confirm => Confirm(alliance, promise, confirm, context),
        RejectTold => new CommitmentToldRejected(promise.Id),
        _ => null,
    };

    private static Outcome Enter(Alliance alliance, Commitment promise, EnterTold enter, CommandContext context)
    {
        if (!Possible(promise).Contains(enter.Answer)) return NotPossible;
        var needsReason = enter.Answer is ToldAnswer.Decline or ToldAnswer.CannotDo;
        if ((needsReason ? TermsRules.Text("reason", enter.Note, Limits.Text) : TermsRules.Optional("note", enter.Note)) is { } bad) return bad;
        if (!Speaks(alliance, enter.ToldBy, promise)) return NotTheirs.With("person", enter.ToldBy.Value ?? "");
        LocalDate? due = null;
        if (enter.Answer is ToldAnswer.Counter or ToldAnswer.MoreTime)
        {
            if (enter.Due is not { } date) return DateMissing;
            if (TermsRules.Due(alliance, date, context.At) is { } badDate) return badDate;
            due = date;
        }

        var told = new Telling(
            enter.ToldBy, context.By, enter.Answer, enter.Note, due, enter.HelpWanted && IsTrouble(enter.Answer), context.At)
        {
            CheckIn = IsStatus(enter.Answer) ? Waiting(alliance, promise, context.At)?.Id : null,
        };
        // What nobody could say now is not taken down either.
        return Said(alliance, promise, told, enter.Ask, context with { By = enter.ToldBy }) is Outcome.Refused refused
            ? refused
            : new CommitmentTold(promise.Id, told.ToldBy, told.Answer, told.Note, told.Due, told.HelpWanted, told.CheckIn);
    }

    private static Outcome Confirm(Alliance alliance, Commitment promise, ConfirmTold confirm, CommandContext context)
    {
        var said = Said(alliance, promise, Of(alliance, promise)!, confirm.Ask, context);
        return said is Outcome.Happened { Events: var events } ? Outcome.Of([new CommitmentToldConfirmed(promise.Id), .. events]) : said;
    }

    /// <summary>What happens when somebody of that side says it: the same as if it had been typed.</summary>
    private static Outcome Said(Alliance alliance, Commitment promise, Telling told, AskId ask, CommandContext context)
    {
        if (told.CheckIn is { } id && alliance.CheckIns.Find(id) is { } checkIn)
        {
            var answer = new AnswerCheckIn(id, checkIn.Revision, ask, AnswerOf(told.Answer), told.Note, told.HelpWanted);
            return CheckInAnswering.Answer(alliance, promise, checkIn, answer, context) switch
            {
                // It stays the answer of who gave it, whoever of that side says that it is right.
                Outcome.Happened { Events: [CheckInAnswered answered] } => answered with { By = told.ToldBy },
                var outcome => outcome,
            };
        }

        var (revision, terms) = (promise.Revision, promise.Terms);
        CommitmentCommand command = told.Answer switch
        {
            ToldAnswer.Accept => new AcceptCommitment(
                promise.Id, revision, ask, terms.PersonOf(promise.Turn) is null ? told.ToldBy : null),
            ToldAnswer.Decline => new DeclineCommitment(promise.Id, revision, ask, told.Note!),
            ToldAnswer.Counter => new CounterCommitment(promise.Id, revision, ask, terms with { Due = told.Due!.Value }, told.Note),
            ToldAnswer.OnTrack => new ClearRisk(promise.Id, revision, ask, told.Note),
            ToldAnswer.AtRisk or ToldAnswer.Blocked => new FlagAtRisk(promise.Id, revision, ask, told.Note, told.HelpWanted),
            ToldAnswer.Done => new ReportDone(promise.Id, revision, ask, told.Note),
            ToldAnswer.MoreTime => new ProposeChange(
                promise.Id, revision, ask, (promise.Change?.Terms ?? terms) with { Due = told.Due!.Value }, told.Note),
            _ => new GiveUpCommitment(promise.Id, revision, ask, told.Note!),
        };
        return CommitmentDecider.Decide(alliance, command, context);
    }

    private static bool Speaks(Alliance alliance, PersonId person, Commitment promise) => promise.State.IsOpenOffer()
        ? Promises.SpeaksFor(alliance, person, promise, promise.Turn)
        : May.Do(alliance, person, Act.GiveUp, promise.Id);

    private static bool IsTrouble(ToldAnswer answer) => answer is ToldAnswer.AtRisk or ToldAnswer.Blocked;

    private static bool IsStatus(ToldAnswer answer) => IsTrouble(answer) || answer == ToldAnswer.OnTrack;

    private static CheckIn? Waiting(Alliance alliance, Commitment promise, Instant now) => CheckInPlan.Of(alliance, promise)
        .LastOrDefault(checkIn => checkIn.AnsweredAt is null && CheckInPlan.IsAnswerable(alliance, promise, checkIn, now));

    private static CheckInAnswer AnswerOf(ToldAnswer answer) => answer switch
    {
        ToldAnswer.AtRisk => CheckInAnswer.AtRisk,
        ToldAnswer.Blocked => CheckInAnswer.Blocked,
        _ => CheckInAnswer.OnTrack,
    };
}
