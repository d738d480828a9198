using AllianceBot.Cards;
using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using AllianceBot.Engine;
using AllianceBot.Engine.Tests;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>
/// The whole way of an ask with real parts: conversation, presenter, engine, memory store. People write and press; what
/// they get, at once or by the outbox, is kept as cards.
/// </summary>
internal sealed class Chat : IChannel, IDisposable
{
    private readonly IAllianceStore store;
    private readonly StillClock clock = new(Riverbend.Start);
    private readonly PageTime pages = new();
    private readonly Dictionary<PersonId, string> codes = [];
    private int deliveries;
    private int messages;

    private Chat(IAllianceStore store, bool names)
    {
        this.store = store;
        var presenter = new Presenter(CardLibrary.Load(Shipped.Cards));
        Engine = new(new(store, presenter, clock, clock, new Seeded(1), NullLogger.Instance), new() { SingleThreaded = true, ShowsNames = names });
        Engine.Add(this);
        var library = CardLibrary.Load(Shipped.Cards);
        var links = new DocumentLinks(new("https://bot.example"), pages, new Seeded(2));
        Desk = new(links, Engine, library);
        Converse = new(Engine, Engine.Directory, presenter, new(AnyoneCreates: true), links, new Lines(Logged));
        Show = presenter;
    }

    public IShow Show { get; }

    /// <summary>What the conversation wrote into the log.</summary>
    public List<string> Logged { get; } = [];

    /// <summary>What a browser opens.</summary>
    public DocumentDesk Desk { get; }

    /// <summary>Real time, by which addresses of documents grow old.</summary>
    public PageTime Pages => pages;

    public AllianceEngine Engine { get; }

    public IAllianceStore Store => store;

    public Converse Converse { get; }

    public string Name => "chat";

    /// <summary>All that was posted, oldest first.</summary>
    public List<Post> Posts { get; } = [];

    public AllianceId Alliance { get; private set; }

    public Instant Now => clock.GetCurrentInstant();

    /// <summary>Riverbend set up by typed words alone: Dale founds it, everybody else comes in by a code.</summary>
    /// <param name="digests">The weekly digests come; other stories are told without them.</param>
    public static async Task<Chat> RiverbendAsync(IAllianceStore? store = null, bool digests = false, bool names = false)
    {
        var chat = new Chat(store ?? new MemoryStore(), names);
        await chat.DriveAsync(chat.Engine.StartAsync(CancellationToken.None));
        await chat.SayAsync(Riverbend.Dale, "create alliance Riverbend Works in zone America/Chicago");
        await chat.SayAsync(Riverbend.Dale, "organisation: Riverbend Workforce Office");
        var founded = await chat.SayAsync(Riverbend.Dale, "send");
        Assert.Contains("Your alliance is there", founded.Text, StringComparison.Ordinal);
        chat.Alliance = (await chat.Engine.Directory.AlliancesAsync(await chat.PersonAsync(Riverbend.Dale), CancellationToken.None))[0];
        foreach (var (partner, kind) in (ReadOnlySpan<(string, string)>)[("Harbor Youth Center", "cbo"), ("Lakeside Community College", "college")])
        {
            chat.Pending.Enqueue(($"add partner {partner} as {kind}", "send"));
        }

        while (chat.Pending.TryDequeue(out var two))
        {
            await chat.SayAsync(Riverbend.Dale, two.First);
            await chat.SayAsync(Riverbend.Dale, two.Then);
        }

        await chat.InviteAsync(Riverbend.Tom, "Tom Okafor for Harbor as manager");
        await chat.InviteAsync(Riverbend.Ana, "Ana Reyes for Harbor as staff");
        await chat.InviteAsync(Riverbend.Ruth, "Ruth Abrams for Lakeside as manager");
        await chat.InviteAsync(Riverbend.Mei, "Mei Chen for Lakeside as staff");
        await chat.InviteAsync(Riverbend.Sam, "Sam Duarte as facilitator");
        await chat.SettleAsync();
        if (digests) return chat;
        foreach (var reader in (PersonId[])[Riverbend.Dale, Riverbend.Tom, Riverbend.Ruth, Riverbend.Sam])
        {
            await chat.CommandAsync(new SetDigest(DigestWish.Usual with { Off = true }, new(chat.Engine.NewId())), reader);
        }

        return chat;
    }

    /// <summary>A command as this person, without words.</summary>
    public async Task CommandAsync(Command command, PersonId by) =>
        Assert.Null((await DriveAsync(Engine.AskAsync(Alliance, command, await PersonAsync(by), new(""), CancellationToken.None).AsTask())).Refusal);

    private Queue<(string First, string Then)> Pending { get; } = [];

    public static Handle HandleOf(PersonId person) => new("chat", "tenant", $"user-{person}", HasObjectId: true);

    public static Address AddressOf(PersonId person) => new("chat", "https://chat.test", $"private-{person}", $"29:{person}", "bot", "tenant", PlaceKind.Personal);

    public static Address Place { get; } = new("chat", "https://chat.test", "19:place", "", "bot", "tenant", PlaceKind.Channel);

    /// <summary>The engine's own id of one of the cast.</summary>
    public async Task<PersonId> PersonAsync(PersonId cast) => (await Engine.Directory.PersonAsync(HandleOf(cast), CancellationToken.None))!.Value;

    public async Task<Alliance> StateAsync() => (await DriveAsync(Engine.FindAsync(Alliance, CancellationToken.None).AsTask()))!;

    public async Task<Commitment> PromiseAsync(int number) => (await StateAsync()).Commitments.Single(promise => promise.Number == number);

    /// <summary>Somebody types; what comes back is the turn's own answer, or the message that the outbox sends at once.</summary>
    public Task<Post> SayAsync(PersonId by, string text, Address? where = null, string? delivery = null) =>
        AskAsync(by, new Typed(text), where, delivery);

    /// <summary>Somebody presses a button of a card, with these inputs.</summary>
    public Task<Post> PressAsync(PersonId by, Post card, string verb, params (string Name, string Value)[] inputs)
    {
        var fields = card.Button(verb);
        foreach (var (name, value) in inputs) fields[name] = value;
        return AskAsync(by, new Pressed(verb, fields, card.Message, CanReturnCard: true, Automatic: false), null, null);
    }

    /// <summary>Somebody chose a message and presses a button of the window that opened; it closes over the same place.</summary>
    public Task<Post> PressInWindowAsync(PersonId by, Post window, string verb, Address? where, params (string Name, string Value)[] inputs)
    {
        var fields = window.Button(verb);
        foreach (var (name, value) in inputs) fields[name] = value;
        return AskAsync(by, new Pressed(verb, fields, "", CanReturnCard: true, Automatic: false), where, null, window: true);
    }

    public async Task<Post> AskAsync(PersonId by, AskContent what, Address? where, string? delivery, string team = "", bool window = false)
    {
        var before = Posts.Count;
        var ask = new Ask(HandleOf(by), where ?? AddressOf(by), what, delivery ?? $"delivery-{++deliveries}") { ShownName = NameOf(by), Team = team, InWindow = window };
        var answer = await DriveAsync(Converse.AnswerAsync(ask, CancellationToken.None).AsTask());
        // What a window shows is no message of any conversation.
        if (window)
        {
            await SettleAsync();
            return new("window", "", answer.Text, answer.Card);
        }

        Keep(answer, ask.Where, (what as Pressed)?.Message);
        if (answer.Privately is { } privately) Keep(privately, AddressOf(by), null);
        if (answer.Card.IsEmpty && answer.Text.Length == 0) await SettleAsync();
        while (await Engine.Committer.StepAsync(100, CancellationToken.None) > 0)
        {
        }

        return Posts.Skip(before).LastOrDefault(post => post.Where == (answer.Privately is null ? ask.Where : AddressOf(by)).Conversation)
            ?? new("", "", "", default);
    }

    /// <summary>An account that is none of the cast types something.</summary>
    public Task<Post> ConverseAsync(Handle from, string text) => ConverseAsync(Converse, from, text);

    public async Task<Post> ConverseAsync(IConverse talk, Handle from, string text, Address? at = null)
    {
        var where = at ?? AddressOf(new(from.User)) with { User = from.User };
        var ask = new Ask(from, where, new Typed(text), $"delivery-{++deliveries}");
        var answer = await DriveAsync(talk.AnswerAsync(ask, CancellationToken.None).AsTask());
        return new("", "", answer.Text, answer.Card);
    }

    public async Task<PartnerId> PersonsPartnerAsync(PersonId cast) => (await StateAsync()).People[await PersonAsync(cast)].Partner!.Value;

    /// <summary>The clock goes on, step by step over what is due.</summary>
    public async Task WaitAsync(Duration span)
    {
        var target = Now + span;
        while (await DriveAsync(Engine.NextAsync(CancellationToken.None)) is { } next && next < target)
        {
            clock.MoveTo(next);
            clock.Move(Duration.FromMilliseconds(1));
            await SettleAsync();
        }

        clock.MoveTo(target);
        await SettleAsync();
    }

    /// <summary>Opens an address of a card as a browser does; null for a page that is not there.</summary>
    public async Task<Document?> OpenAsync(Uri address) =>
        await DriveAsync(Desk.OpenAsync(address.AbsolutePath["/d/".Length..], CancellationToken.None).AsTask());

    /// <summary>What somebody got last in private.</summary>
    public Post Last(PersonId person) => Posts.Last(post => post.Where == AddressOf(person).Conversation);

    /// <summary>The platform takes no message now and says so; each is tried again later.</summary>
    public bool Throttles { get; set; }

    public Task<Sending> SendAsync(Address to, Message message, CancellationToken ct)
    {
        if (Throttles) return Task.FromResult(new Sending(SendFate.Throttled));
        var id = $"m{++messages}";
        Posts.Add(new(to.Conversation, id, message.Text, message.Card));
        return Task.FromResult(new Sending(SendFate.Done, id));
    }

    public Task<Sending> UpdateAsync(Address to, string messageId, Message message, CancellationToken ct)
    {
        Posts.Add(new(to.Conversation, messageId, message.Text, message.Card));
        return Task.FromResult(new Sending(SendFate.Done, messageId));
    }

    public Task<Reached> ReachAsync(Address person, CancellationToken ct) => Task.FromResult(new Reached(
        person.Conversation.Length > 0 ? person : person with { Conversation = $"private-{person.User[3..]}" }, new(SendFate.Done)));

    /// <summary>Who is in the place, as its platform says; two on a page. Null: it does not say.</summary>
    public List<PlaceMember>? Roster { get; set; }

    public Task<PlaceMembers> MembersAsync(Address place, string page, CancellationToken ct)
    {
        if (Roster is null) return Task.FromResult(PlaceMembers.None(new(SendFate.Unreachable, Reason: "forbidden")));
        var from = page.Length == 0 ? 0 : int.Parse(page, System.Globalization.CultureInfo.InvariantCulture);
        var next = from + 2 < Roster.Count ? $"{from + 2}" : "";
        return Task.FromResult(new PlaceMembers(new(SendFate.Done), [.. Roster.Skip(from).Take(2)], next));
    }

    public void Dispose()
    {
        Engine.Dispose();
        store.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    public async Task SettleAsync()
    {
        while (await DriveAsync(Engine.EngineClock.StrikeAsync(EngineLimits.Strikes, CancellationToken.None))
            + await DriveAsync(Engine.Outbox.StepAsync(EngineLimits.Deliveries, CancellationToken.None)) > 0)
        {
            await DriveAsync(Engine.Outbox.DrainAsync());
        }

        await DriveAsync(Engine.Refresher.StepAsync(1000, CancellationToken.None));
        await Engine.Committer.StepAsync(EngineLimits.Group, CancellationToken.None);
    }

    /// <summary>The code that an answer tells, as a person would read it.</summary>
    public static string CodeIn(string text) => System.Text.RegularExpressions.Regex.Match(text, "[A-Z0-9]{4}-[A-Z0-9]{4}").Value;

    public async Task InviteAsync(PersonId person, string invitation)
    {
        await SayAsync(Riverbend.Dale, $"invite {invitation}");
        var made = await SayAsync(Riverbend.Dale, "send");
        codes[person] = CodeIn(made.Text);
        var joined = await SayAsync(person, $"join {codes[person]}");
        Assert.Contains("Welcome", joined.Text, StringComparison.Ordinal);
    }

    private void Keep(Answer answer, Address where, string? replaced)
    {
        if (answer.Card.IsEmpty && answer.Text.Length == 0) return;
        var id = replaced is { Length: > 0 } ? replaced : $"m{++messages}";
        Posts.Add(new(where.Conversation, id, answer.Text, answer.Card));
        if (replaced is null) Converse.Posted(answer, where, id);
    }

    private static string NameOf(PersonId person) => person == Riverbend.Ana ? "Ana Reyes"
        : person == Riverbend.Tom ? "Tom Okafor"
        : person == Riverbend.Mei ? "Mei Chen"
        : person == Riverbend.Ruth ? "Ruth Abrams"
        : person == Riverbend.Sam ? "Sam Duarte"
        : person == Riverbend.Priya ? "Priya Nair"
        : person == Riverbend.Dale ? "Dale Whitman" : "A Stranger";

    private async Task<T> DriveAsync<T>(Task<T> task)
    {
        await DriveAsync((Task)task);
        return await task;
    }

    private async Task DriveAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            if (await Engine.Committer.StepAsync(EngineLimits.Group, CancellationToken.None) > 0 || task.IsCompleted) continue;
            // A store on a disk answers a moment later.
            await Task.WhenAny(task, Task.Delay(TimeSpan.FromMilliseconds(store is MemoryStore ? 0 : 2)));
            if (store is MemoryStore && !task.IsCompleted) throw new InvalidOperationException("Nothing moves on.");
        }

        await task;
    }
}
