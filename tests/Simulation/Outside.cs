using System.Text;
using AllianceBot.Domain;
using AllianceBot.Engine;
using AllianceBot.Engine.Tests;
using NodaTime;

namespace Simulation;

/// <summary>Something that arrived on somebody's screen.</summary>
internal sealed record Arrival(string Conversation, string Message, string Mark, string Text, bool IsUpdate);

/// <summary>The world of platforms and people: it outlives every process, fails as chance has it, and keeps what arrived.</summary>
internal sealed class Outside(Seeded chance) : IChannel
{
    private static readonly TaskCompletionSource<Sending> Never = new();
    private int messages;

    public string Name => "outside";

    public List<Arrival> Arrivals { get; } = [];

    /// <summary>Whether anything goes wrong.</summary>
    public bool IsFaulty { get; set; }

    /// <summary>One call in so many goes wrong.</summary>
    public int FaultsOneIn { get; init; } = 4;

    /// <summary>Of one message in so many the platform gives no id, so that it can never be brought up to date; 0 for none.</summary>
    public int NamelessOneIn { get; init; } = 20;

    /// <summary>Messages of which the bot was not told whether they arrived, by their marks.</summary>
    public List<string> Uncertain { get; } = [];

    /// <summary>People who cannot be reached.</summary>
    public HashSet<string> Blocked { get; } = new(StringComparer.Ordinal);

    /// <summary>The process dies in the middle of a send.</summary>
    public bool Dies { get; set; }

    public bool IsDead { get; set; }

    public static Address AddressOf(PersonId person) =>
        new("outside", "https://outside.test", $"chat-{person}", person.Value, "bot", "tenant", PlaceKind.Personal);

    public static PersonId PersonAt(string conversation) => new(conversation["chat-".Length..]);

    public Task<Sending> SendAsync(Address to, Message message, CancellationToken ct) => PostAsync(to, $"m{++messages}", message, isUpdate: false);

    public Task<Sending> UpdateAsync(Address to, string messageId, Message message, CancellationToken ct) =>
        PostAsync(to, messageId, message, isUpdate: true);

    public Task<Reached> ReachAsync(Address person, CancellationToken ct) =>
        Task.FromResult(new Reached(person with { Conversation = $"chat-{person.User}" }, new(SendFate.Done)));

    public Task<PlaceMembers> MembersAsync(Address place, string page, CancellationToken ct) =>
        Task.FromResult(PlaceMembers.None(new(SendFate.Done)));

    private Task<Sending> PostAsync(Address to, string id, Message message, bool isUpdate)
    {
        if (IsDead) return Never.Task;
        var arrival = new Arrival(to.Conversation, id, message.Summary, message.Text + Encoding.UTF8.GetString(message.Card.Span), isUpdate);
        if (Dies)
        {
            (Dies, IsDead) = (false, true);
            Uncertain.Add(arrival.Mark);
            if (chance.OneIn(2)) Arrivals.Add(arrival);
            return Never.Task;
        }

        if (Blocked.Contains(to.User)) return Task.FromResult(new Sending(SendFate.Unreachable, Reason: "blocked"));
        if (IsFaulty && chance.OneIn(FaultsOneIn)) return Fail(arrival);
        Arrivals.Add(arrival);
        return Task.FromResult(new Sending(SendFate.Done, NamelessOneIn > 0 && chance.OneIn(NamelessOneIn) ? "" : id));
    }

    private Task<Sending> Fail(Arrival arrival)
    {
        switch (chance.Below(6))
        {
            case 0:
                return Task.FromResult(new Sending(SendFate.Throttled, RetryAfter: Duration.FromSeconds(chance.Below(120))));
            case 1:
                return Task.FromResult(new Sending(SendFate.Unsent));
            case 2 when arrival.IsUpdate:
                return Task.FromResult(new Sending(SendFate.MessageGone));
            case 3:
                Uncertain.Add(arrival.Mark);
                if (chance.OneIn(2)) Arrivals.Add(arrival);
                throw new TimeoutException("The line went dead.");
            default:
                Uncertain.Add(arrival.Mark);
                if (chance.OneIn(2)) Arrivals.Add(arrival);
                return Task.FromResult(new Sending(SendFate.Unknown, Reason: "503"));
        }
    }
}
