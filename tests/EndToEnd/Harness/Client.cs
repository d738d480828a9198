using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EndToEnd.Harness;

/// <summary>Where one can write in the client. The names are those of its tree on the left.</summary>
internal enum Chat
{
    Personal,
    Group,
    General,
    Channel,
}

/// <summary>The client of one human in the browser: what that person sees, types and presses.</summary>
internal sealed partial class Client : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly IBrowserContext context;
    private readonly RewritingProxy proxy;
    private Chat current = Chat.Personal;

    private Client(IBrowserContext context, IPage page, Human human, RewritingProxy proxy)
    {
        this.context = context;
        this.proxy = proxy;
        Page = page;
        Human = human;
    }

    /// <summary>A trace copies the whole page at every step, which costs as much as all the rest: only when somebody looks into it.</summary>
    private static bool Traces { get; } = Environment.GetEnvironmentVariable("ALLIANCEBOT_TRACES") == "1";

    public IPage Page { get; }

    public Human Human { get; }

    // A text of the bot in a chat is an output card; in a channel every post is a card of the design system with a role.
    private ILocator Said => current is Chat.Personal or Chat.Group
        ? Page.Locator(".fai-OutputCard")
        : Page.Locator(".fui-Card[role=group]");

    /// <summary>Opens the client and waits until it has told the bot that it was installed for this human.</summary>
    public static async Task<Client> OpenAsync(Browser browser, Playground playground, RewritingProxy proxy)
    {
        var context = await browser.NewContextAsync(width: 1400, height: 1200);
        if (Traces) await context.Tracing.StartAsync(new() { Snapshots = true, Title = playground.Human.Name });
        var page = await context.NewPageAsync();
        var posting = new ConcurrentDictionary<IRequest, bool>();
        page.Request += (_, request) => { if (request.Method == "POST") posting[request] = true; };
        page.RequestFinished += (_, request) => posting.TryRemove(request, out var _);
        page.RequestFailed += (_, request) => posting.TryRemove(request, out var _);
        await page.RouteWebSocketAsync("**/_ws_conversation/**", route => HoldBack(route, () => !posting.IsEmpty));
        var client = new Client(context, page, playground.Human, proxy);
        await client.WithInstallationAsync(() =>
            page.GotoAsync(playground.Address.ToString(), new() { WaitUntil = WaitUntilState.DOMContentLoaded }));
        return client;
    }

    /// <summary>Loads the page again: the chat is empty then, and the bot hears of an installation once more.</summary>
    public Task ReloadAsync() => WithInstallationAsync(() => Page.ReloadAsync(new() { WaitUntil = WaitUntilState.DOMContentLoaded }));

    public async Task GoToAsync(Chat chat)
    {
        current = chat;
        var name = chat switch
        {
            Chat.Personal => "Personal Chat",
            Chat.Group => "Riverbend Works chat",
            Chat.General => "Riverbend Works - General",
            _ => "Riverbend Works - Stewards",
        };
        await Page.GetByRole(AriaRole.Treeitem, new() { Name = name, Exact = true }).ClickAsync();
    }

    /// <summary>
    /// Types and sends, and waits until the bot has taken it in: the client sends without waiting, so that on a busy machine
    /// what is said next would overtake it, as nobody's fingers do.
    /// </summary>
    public async Task SayAsync(string text)
    {
        var before = proxy.Answered;
        await SendAsync(text);
        for (var waited = Stopwatch.StartNew(); proxy.Answered == before; await Task.Delay(20))
        {
            if (waited.Elapsed > Patience) throw new TimeoutException($"The bot did not take in “{text}” of {Human.Name}.");
        }
    }

    /// <summary>Says what opens a form, looks at the form, and sends it by a word.</summary>
    public async Task SayAndSendAsync(string text, string form)
    {
        await NewCardAsync(() => SayAsync(text), form);
        await SayAsync("send");
    }

    /// <summary>Types and sends. In a group or channel the bot is mentioned first, as it hears nothing else there.</summary>
    public async Task SendAsync(string text)
    {
        var box = Page.Locator("div[role=textbox][contenteditable=true]").First;
        await box.ClickAsync();
        if (current != Chat.Personal)
        {
            await Page.Keyboard.TypeAsync("@");
            await Page.GetByRole(AriaRole.Menuitem, new() { Name = Playground.BotName }).ClickAsync();
            await Page.Keyboard.TypeAsync(" ");
        }

        await Page.Keyboard.InsertTextAsync(text);
        var send = current is Chat.Personal or Chat.Group
            ? Page.GetByRole(AriaRole.Button, new() { Name = "Send Message" })
            : Page.GetByRole(AriaRole.Button, new() { Name = "Post", Exact = true });
        await send.First.ClickAsync();
    }

    /// <summary>The newest card that shows all this, now or soon: looking it up again follows its updates.</summary>
    public Card Card(string text, params string[] more) =>
        new(this, more.Prepend(text).Aggregate(Page.Locator(".ac-adaptiveCard"), (cards, it) => cards.Filter(new() { HasText = it })).Last, [text, .. more]);

    /// <summary>
    /// Does something that makes the bot send a card, and answers that card. Where the bot may send others at the same moment,
    /// as after a walk of the clock, the text says which one is meant.
    /// </summary>
    public async Task<Card> NewCardAsync(Func<Task> doing, string text = "")
    {
        var cards = Page.Locator(".ac-adaptiveCard");
        if (text.Length > 0) cards = cards.Filter(new() { HasText = text });
        var before = await cards.CountAsync();
        await doing();
        var card = new Card(this, cards.Nth(before));
        await card.IsThereAsync();
        return card;
    }

    /// <summary>Waits until the bot has said this, as text or on a card, at least so many times.</summary>
    public Task SeesAsync(string text, int times = 1) =>
        WaitsForAsync(Said.Filter(new() { HasText = text }).Nth(times - 1), times == 1 ? $"“{text}”" : $"“{text}”, {times} times");

    /// <summary>Says something and waits for the next answer with these words.</summary>
    public async Task<string> AnswerAsync(string text, string words)
    {
        var answers = Said.Filter(new() { HasText = words });
        var before = await answers.CountAsync();
        await SayAsync(text);
        await WaitsForAsync(answers.Nth(before), $"“{words}” after “{text}”");
        return await answers.Nth(before).InnerTextAsync();
    }

    /// <summary>Waits for something on the page; who waits in vain is told what was said there instead.</summary>
    public async Task WaitsForAsync(ILocator it, string what)
    {
        try
        {
            await it.WaitForAsync();
        }
        catch (TimeoutException late)
        {
            var heard = (await HeardAsync()).TakeLast(4).Select(text => Blank().Replace(text.Trim(), "\n  "));
            throw new TimeoutException($"{Human.Name} waited in vain for {what}. The last that was said there:\n  {string.Join("\n  --\n  ", heard)}", late);
        }
    }

    /// <summary>Everything the bot has said in this chat so far, oldest first.</summary>
    public Task<IReadOnlyList<string>> HeardAsync() => Said.AllInnerTextsAsync();

    /// <summary>A picture of what was seen last and, when asked for, what was done step by step, for `playwright show-trace`.</summary>
    public async Task KeepTraceAsync(string folder)
    {
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{Human.Key}.png"), FullPage = true });
        if (Traces) await context.Tracing.StopAsync(new() { Path = Path.Combine(folder, $"{Human.Key}.trace.zip") });
    }

    private async Task WithInstallationAsync(Func<Task> load) =>
        await Page.RunAndWaitForResponseAsync(load, answer => answer.Url.EndsWith("/installation", StringComparison.Ordinal), new() { Timeout = 60_000 });

    // The client loses an answer that arrives before it has heard the id of the post it answers (and in a chat draws it above the question).
    // No bot on the internet is that quick, so what comes is held back, in its order, until all posts have their ids and a little longer.
    private static void HoldBack(IWebSocketRoute page, Func<bool> isPosting)
    {
        var server = page.ConnectToServer();
        var last = Task.CompletedTask;
        server.OnMessage(frame =>
        {
            var before = last;
            var wait = WaitAsync();
            last = PassOnAsync();

            async Task WaitAsync()
            {
                for (var waited = 0; waited < 100 && isPosting(); waited++) await Task.Delay(50);
                await Task.Delay(200);
            }

            async Task PassOnAsync()
            {
                await before;
                await wait;
                if (frame.Text is { } text) page.Send(text);
                else page.Send(frame.Binary!);
            }
        });
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex Blank();
}
