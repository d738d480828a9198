using AllianceBot.Engine;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AllianceBot.Conversation;

/// <summary>The way of an ask: who, in which alliance, what is wanted, what follows, what is answered.</summary>
public sealed class Converse : IConverse
{
    private readonly IAlliances alliances;
    private readonly IDirectory directory;
    private readonly Memory<OpenDraft> drafts = new(DraftsKept);
    private readonly Memory<object> welcomed = new(DraftsKept);
    private readonly Showman showman;
    private readonly Doing doing;
    private readonly Newcomers newcomers;
    private readonly Talk talk;
    private readonly Comings comings;
    private readonly WhichAlliance which;

    /// <summary>Open forms that are remembered for typed words; an older one is shown again when it is asked for.</summary>
    private const int DraftsKept = 10_000;

    /// <param name="alliances">The engine.</param>
    /// <param name="directory">Who is who.</param>
    /// <param name="show">Makes the answers' cards.</param>
    /// <param name="settings">Who may start alliances.</param>
    /// <param name="documents">Addresses of pages; null where none are served.</param>
    /// <param name="log">Says what was not done, by code.</param>
    public Converse(
        IAlliances alliances, IDirectory directory, IShow show, ConverseSettings settings, IDocuments? documents = null, ILogger<Converse>? log = null)
    {
        this.alliances = alliances;
        this.directory = directory;
        var codes = new Codes(directory);
        showman = new(alliances, show, drafts, log ?? NullLogger<Converse>.Instance);
        doing = new(alliances, directory, showman, codes, documents);
        newcomers = new(alliances, directory, showman, codes, settings, drafts);
        talk = new(alliances, directory, showman, doing, newcomers, new(alliances, directory, showman, doing), drafts);
        which = new(alliances, directory);
        comings = new(alliances, directory);
    }

    /// <inheritdoc/>
    public async ValueTask<Answer> AnswerAsync(Ask ask, CancellationToken ct)
    {
        var me = await directory.PersonAsync(ask.From, ct);
        // Where the bot or somebody is no more is no address.
        if (ask.What is not Came { Kind: Coming.BotRemoved or Coming.PlaceGone or Coming.PeopleRemoved }) directory.Saw(ask, me);
        var turn = new Turn(ask, alliances.Clock.GetCurrentInstant(), me);
        if (ask.What is Came came)
        {
            await comings.TakeAsync(turn, came, ct);
            return Welcome(turn, came);
        }

        var (found, instead) = me is null ? (turn, null) : await which.FindAsync(turn, ct);
        // A client's own refresh is nobody being heard.
        var isHeard = ask.What is not Pressed { Automatic: true };
        var answer = instead is not null ? await showman.PrivatelyAsync(found, instead, ct)
            : found.Alliance is not { } alliance ? await newcomers.AnswerAsync(found, ct)
            : await talk.AnswerAsync(isHeard ? found with { Alliance = await comings.HeardAsync(found, alliance, ct) } : found, ct);
        // A card that goes back in the turn stands before somebody from now on, as one that was posted does; what comes too late does not.
        if (ask.What is Pressed { CanReturnCard: true } && answer.Shown is { Message.Length: > 0 } shown && !ct.IsCancellationRequested) alliances.Showed(shown);
        return answer;
    }

    /// <inheritdoc/>
    public void Posted(Answer answer, Address where, string message)
    {
        if (answer.Shown is { } shown) alliances.Showed(shown with { Conversation = where.Key, Message = message });
    }

    /// <summary>A platform may tell more than once that the bot came; it says hello once.</summary>
    private Answer Welcome(Turn turn, Came came)
    {
        if (came.Kind != Coming.BotAdded) return Answer.None;
        var key = turn.Place;
        if (welcomed.Find(key, turn.Now - NodaTime.Duration.FromHours(1)) is not null) return Answer.None;
        welcomed.Keep(key, new(), turn.Now);
        if (turn.InPlace) return showman.Say(turn, new("welcome.place"));
        return showman.Say(turn, turn.Me is null ? newcomers.HowToGetIn(turn) : new("welcome.back"));
    }
}
