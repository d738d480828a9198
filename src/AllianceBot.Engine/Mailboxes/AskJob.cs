using AllianceBot.Domain;

namespace AllianceBot.Engine;

/// <summary>A command on its way through a mailbox.</summary>
internal sealed class AskJob(Mailbox mailbox, Command command, PersonId by, AskEnvelope envelope) : Job
{
    // Without asynchronous continuations: the answer is completed inline on the committer, which is measurably faster.
    private readonly TaskCompletionSource<Decided> answer = new();

    private Decision? decision;
    private int attempts;

    public override Mailbox Mailbox => mailbox;

    public Command Command => command;

    public PersonId By => by;

    public AskEnvelope Envelope => envelope;

    public Task<Decided> Answer => answer.Task;

    public override StoreWork? Decide()
    {
        decision = mailbox.Decide(this);
        return decision.Append;
    }

    public override bool Settle(CommitResult result)
    {
        switch (mailbox.Settle(decision!, result))
        {
            case CommitResult.Done:
                mailbox.Leave();
                answer.TrySetResult(new(decision!.After, decision.Outcome));
                return false;
            case CommitResult.Conflict when ++attempts <= EngineLimits.Conflicts:
                return true;
            case CommitResult.Conflict:
                mailbox.Leave();
                answer.TrySetResult(new(mailbox.Durable, new Outcome.Refused(Mailbox.Busy)));
                return false;
            default:
                Fail(new BusyException("It could not be written."));
                return false;
        }
    }

    public override void Fail(Exception fault)
    {
        mailbox.Leave();
        answer.TrySetException(fault);
    }
}
