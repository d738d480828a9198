namespace AllianceBot.Engine.Tests;

/// <summary>What somebody got: where, under which message id, in which form. A repeat of the same message is one more.</summary>
internal sealed record Posted(string Conversation, string Message, string Text, bool IsUpdate);

/// <summary>A channel that keeps what it posts and fails as told.</summary>
internal sealed class Outlet : IChannel
{
    private int messages;

    public string Name => "outlet";

    public List<Posted> Posts { get; } = [];

    /// <summary>How many new messages were posted, for whoever looks from another thread.</summary>
    public int Sent
    {
        get
        {
            lock (Posts) return Posts.Count(static post => !post.IsUpdate);
        }
    }

    /// <summary>How the next sends end; done when there is nothing said. The message was posted for Done and, by its answer, Unknown.</summary>
    public Func<Address, bool, Sending?> Fault { get; set; } = static (_, _) => null;

    /// <summary>Whether a send that ends as unknown has arrived.</summary>
    public Func<bool> Arrived { get; set; } = static () => true;

    public static Address AddressOf(string person) => new("outlet", "https://outlet.test", $"chat-{person}", person, "bot", "tenant", PlaceKind.Personal);

    public IEnumerable<string> To(string person) => Posts.Where(post => post.Conversation == $"chat-{person}").Select(static post => post.Text);

    public Task<Sending> SendAsync(Address to, Message message, CancellationToken ct) =>
        Task.FromResult(Post(to, $"m{Interlocked.Increment(ref messages)}", message, isUpdate: false));

    public Task<Sending> UpdateAsync(Address to, string messageId, Message message, CancellationToken ct) =>
        Task.FromResult(Post(to, messageId, message, isUpdate: true));

    public Task<Reached> ReachAsync(Address person, CancellationToken ct) =>
        Task.FromResult(new Reached(person with { Conversation = $"chat-{person.User}" }, new(SendFate.Done)));

    public Task<PlaceMembers> MembersAsync(Address place, string page, CancellationToken ct) =>
        Task.FromResult(PlaceMembers.None(new(SendFate.Done)));

    private Sending Post(Address to, string id, Message message, bool isUpdate)
    {
        var fault = Fault(to, isUpdate);
        if (fault is not null && (fault.Fate != SendFate.Unknown || !Arrived())) return fault;
        lock (Posts) Posts.Add(new(to.Conversation, id, message.Text, isUpdate));
        return fault ?? new(SendFate.Done, id);
    }
}
