using System.Collections.Concurrent;
using AllianceBot.Engine;

namespace AllianceBot.Channels.Teams.Tests.Fakes;

/// <summary>A conversation that answers as the test says, and remembers what it was asked.</summary>
public sealed class ScriptedConversation : IConverse
{
    public ConcurrentQueue<Ask> Asks { get; } = new();

    public ConcurrentQueue<(Answer Answer, Address Where, string Message)> Noted { get; } = new();

    public Func<Ask, CancellationToken, ValueTask<Answer>> Answers { get; set; } = (_, _) => new(Answer.None);

    public ValueTask<Answer> AnswerAsync(Ask ask, CancellationToken ct)
    {
        Asks.Enqueue(ask);
        return Answers(ask, ct);
    }

    public void Posted(Answer answer, Address where, string message) => Noted.Enqueue((answer, where, message));
}
