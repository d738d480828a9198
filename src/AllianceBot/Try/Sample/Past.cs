using System.Diagnostics;
using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Try.Sample;

/// <summary>
/// Writes an alliance's past: real commands, decided by the real rules at past instants, with the clock striking in
/// between as it would have. What comes out is a stream like any other.
/// </summary>
/// <param name="newId">The id source.</param>
internal sealed class Past(Func<string> newId)
{
    /// <summary>Strikes between two commands; a sample that needs more has a mistake.</summary>
    private const int MostStrikes = 5_000;

    private readonly List<AllianceEvent> events = [];
    private readonly List<(Instant At, PersonId By, Func<Command> Command)> plan = [];
    private int words;

    public Alliance Alliance { get; private set; } = new();

    public IReadOnlyList<AllianceEvent> Events => events;

    public string NewId() => newId();

    public AskId NewAsk() => new(newId());

    /// <summary>Words of the sample, with ids as if they had come with an ask.</summary>
    public Words Say(string text) => new($"{newId()}.{++words}", text);

    /// <summary>Lets the clock strike until then.</summary>
    public void Until(Instant at)
    {
        for (var strikes = 0; Alliance.NextDue is { } due && due <= at; strikes++)
        {
            if (strikes == MostStrikes) throw new UnreachableException("The sample's clock does not come to rest.");
            Decide(new ClockStruck(NewAsk()), PersonId.Clock, due);
            AnswerAhead(due);
        }
    }

    /// <summary>The sample's people answer what is asked before a date, within the hour; what they then say of the date is the story's.</summary>
    private void AnswerAhead(Instant at)
    {
        foreach (var checkIn in Alliance.CheckIns.Where(static one => one is { State: CheckInState.Open, Kind: CheckInKind.During or CheckInKind.Before }))
        {
            Decide(new AnswerCheckIn(checkIn.Id, checkIn.Revision, NewAsk(), CheckInAnswer.OnTrack, null, HelpWanted: false), checkIn.Person, at + Duration.FromMinutes(20));
        }
    }

    /// <summary>A command by a person at an instant of the past.</summary>
    /// <exception cref="InvalidOperationException">The rules refused it: the sample and the rules do not fit.</exception>
    public void Do(Instant at, PersonId by, Command command)
    {
        Until(at);
        Decide(command, by, at);
    }

    /// <summary>Plans a command, which is made when its time comes, so that it sees the state of that time.</summary>
    public void Plan(Instant at, PersonId by, Func<Command> command) => plan.Add((at, by, command));

    /// <summary>Does everything planned, in the order of time.</summary>
    public void Happen()
    {
        foreach (var (at, by, command) in plan.OrderBy(static step => step.At))
        {
            Until(at);
            Decide(command(), by, at);
        }

        plan.Clear();
    }

    /// <summary>The revision a promise has now.</summary>
    public int Revision(CommitmentId promise) => Alliance.Commitments[promise].Revision;

    private void Decide(Command command, PersonId by, Instant at)
    {
        switch (AllianceDecider.Decide(Alliance, command, new CommandContext(by, Instant.Max(at, Alliance.LastAt))))
        {
            case Outcome.Refused refused:
                throw new InvalidOperationException($"The sample's {command.GetType().Name} was refused: {refused.Refusal.Code}.");
            case Outcome.Happened happened:
                foreach (var one in happened.Events)
                {
                    Alliance = AllianceDecider.Evolve(Alliance, one);
                    events.Add(one);
                }

                break;
        }
    }
}
