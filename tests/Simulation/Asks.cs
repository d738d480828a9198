using AllianceBot.Domain;
using AllianceBot.Engine.Tests;
using NodaTime;

namespace Simulation;

/// <summary>Commands as people give them: mostly sensible, sometimes late, sometimes by the wrong person, sometimes nonsense.</summary>
internal sealed partial class Asks(Seeded chance, Tokens tokens, StillClock clock)
{
    private int count;

    /// <summary>How far ahead the dates of new promises lie at most, in days.</summary>
    public int Ahead { get; init; } = 40;

    public (Command Command, PersonId By) Any(Alliance alliance)
    {
        var open = alliance.Commitments.Where(static promise => promise.Ending is null).ToList();
        if (open.Count == 0 || (open.Count < 6 && chance.OneIn(8))) return Proposal(alliance);
        var promise = chance.OneIn(10) ? chance.Of([.. alliance.Commitments]) : chance.Of(open);
        var checkIns = alliance.CheckIns.Where(one => one.Commitment == promise.Id && one.State == CheckInState.Open).ToList();
        if (checkIns.Count > 0 && chance.OneIn(3)) return OnCheckIn(promise, chance.Of(checkIns));
        return chance.OneIn(3) ? OnPromise(alliance, promise) : Fitting(promise, alliance);
    }

    /// <summary>Own words of a promise are taken out again.</summary>
    public (Command Command, PersonId By) Redaction(Alliance alliance)
    {
        var by = chance.Of<PersonId>([.. Cast.PeopleOf(alliance.Id)]);
        var said = alliance.Commitments.SelectMany(one => Forgetting.OwnOf(alliance, by, one.Id).Select(words => (one.Id, Words: words.Id))).ToList();
        return said.Count == 0 ? (new ReadWhoSees(Ask()), by) : chance.Of(said) is var (item, words) ? (new Redact(item, words, Ask()), by) : default;
    }

    /// <summary>What somebody would do who was just told of this promise: answers what is asked, else what fits.</summary>
    public (Command Command, PersonId By) Next(Alliance alliance, Commitment promise)
    {
        foreach (var checkIn in alliance.CheckIns)
        {
            if (checkIn.Commitment == promise.Id && checkIn.State == CheckInState.Open) return OnCheckIn(promise, checkIn);
        }

        return Fitting(promise, alliance);
    }

    public AskId Ask() => new($"ask-{count++}");

    public (Command Command, PersonId By) Proposal(Alliance alliance)
    {
        var partners = Cast.PartnersOf(alliance.Id);
        var from = chance.Below(partners.Count);
        var to = (from + 1 + chance.Below(partners.Count - 1)) % partners.Count;
        var (doer, receiver, ask) = (partners[from], partners[to], Ask());
        var secret = new Secret(alliance.Id, doer, receiver, IsForAll: chance.OneIn(2), IsTerms: true) { Item = new CommitmentId(ask.Value) };
        var isRequest = chance.OneIn(2);
        var terms = new Terms(
            Say(ask, 0, secret), Say(ask, 1, secret), Today.PlusDays(chance.Below(Ahead) - 2), doer, chance.OneIn(3) ? null : Cast.Staff(doer),
            receiver, chance.OneIn(3) ? null : Cast.Staff(receiver), null)
        {
            NoGoal = alliance.Charter.Current is not null,
        };
        var reason = chance.OneIn(2) ? Say(ask, 2, secret with { IsTerms = false }) : null;
        var by = chance.OneIn(10) ? Anybody(alliance) : chance.Of(Cast.PeopleOf(isRequest ? receiver : doer));
        return isRequest
            ? (new RequestCommitment(new(ask.Value), ask, terms, reason, secret.IsForAll), by)
            : (new OfferCommitment(new(ask.Value), ask, terms, reason, secret.IsForAll), by);
    }

    private (Command, PersonId) OnCheckIn(Commitment promise, CheckIn checkIn)
    {
        var ask = Ask();
        var by = chance.OneIn(8) ? Cast.Manager(promise.Terms.ReceiverPartner) : checkIn.Person;
        var note = chance.OneIn(2) ? Say(ask, 0, Of(promise)) : null;
        return chance.OneIn(6)
            ? (new UndoCheckIn(checkIn.Id, Revision(checkIn.Revision), ask), by)
            : (new AnswerCheckIn(checkIn.Id, Revision(checkIn.Revision), ask, chance.Of(Enum.GetValues<CheckInAnswer>()), note, chance.OneIn(3)), by);
    }

    private (Command, PersonId) OnPromise(Alliance alliance, Commitment promise)
    {
        var (id, ask, revision, terms) = (promise.Id, Ask(), Revision(promise.Revision), promise.Terms);
        var by = chance.Below(20) switch
        {
            0 => Anybody(alliance),
            < 11 => chance.Of(Cast.PeopleOf(terms.DoerPartner)),
            _ => chance.Of(Cast.PeopleOf(terms.ReceiverPartner)),
        };
        var said = Say(ask, 0, Of(promise));
        var maybe = chance.OneIn(2) ? said : null;
        var other = terms with
        {
            Due = Today.PlusDays(chance.Below(30) - 1),
            DoneWhen = chance.OneIn(2) ? Say(ask, 1, Of(promise) with { IsTerms = true }) : terms.DoneWhen,
        };
        Command command = chance.Below(34) switch
        {
            < 6 => new AcceptCommitment(id, revision, ask, null),
            6 => new CounterCommitment(id, revision, ask, other, maybe),
            7 => new DeclineCommitment(id, revision, ask, said),
            8 => new WithdrawCommitment(id, revision, ask, maybe),
            9 => new FlagAtRisk(id, revision, ask, maybe, chance.OneIn(2)),
            10 => new ClearRisk(id, revision, ask, maybe),
            11 => new ProposeChange(id, revision, ask, other, maybe),
            12 or 13 => new AcceptChange(id, revision, ask),
            14 => new RefuseChange(id, revision, ask, maybe),
            15 => new RetractChange(id, revision, ask),
            16 or 17 => new ReportDone(id, revision, ask, maybe),
            18 => new RetractReport(id, revision, ask),
            19 or 20 => new AcceptReport(id, revision, ask, maybe),
            21 => new ReturnReport(id, revision, ask, said, chance.OneIn(2) ? Today.PlusDays(chance.Below(20)) : null),
            22 => new ReleaseCommitment(id, revision, ask, said),
            23 => new GiveUpCommitment(id, revision, ask, said),
            24 => new SayUnmet(id, revision, ask, maybe),
            25 => new KeepWaiting(id, revision, ask, maybe),
            26 => new ProposeReplacement(id, revision, ask, new($"{ask}-r"), other with { Doer = Cast.Staff(terms.DoerPartner), Receiver = Cast.Staff(terms.ReceiverPartner) }, maybe),
            27 => new AgreeReplacement(id, revision, ask),
            28 => new ProposeCorrection(id, revision, ask, chance.OneIn(2) ? CommitmentState.Kept : CommitmentState.Active, said),
            29 => new AgreeCorrection(id, revision, ask),
            30 => new HandOver(id, revision, ask, chance.Of(Cast.PeopleOf(chance.OneIn(2) ? terms.DoerPartner : terms.ReceiverPartner))),
            31 => new UndoCommitment(id, revision, ask),
            32 => new OpenCheckIn(id, ask),
            _ => new AddNote(id, revision, ask, said, chance.OneIn(2)),
        };
        return (command, by);
    }

    public LocalDate Today => clock.GetCurrentInstant().InUtc().Date;

    private PersonId Anybody(Alliance alliance) => chance.Of<PersonId>([.. Cast.PeopleOf(alliance.Id), Cast.Stranger]);

    private int Revision(int current) => chance.OneIn(12) ? current - 1 : current;

    private Words Say(AskId ask, int n, Secret secret) => new($"{ask.Value}.{n}", $"Words {tokens.New(secret)} said");

    private static Secret Of(Commitment promise) => new(
        AllianceOf(promise), promise.Terms.DoerPartner, promise.Terms.ReceiverPartner, promise.SeenByAll, IsTerms: false)
    {
        Item = promise.Id,
    };

    private static AllianceId AllianceOf(Commitment promise)
    {
        var partner = promise.Terms.DoerPartner.Value;
        return new(partner[..partner.IndexOf('-', StringComparison.Ordinal)]);
    }
}
