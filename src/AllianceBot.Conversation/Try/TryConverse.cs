using System.Collections.Concurrent;
using AllianceBot.Domain;
using AllianceBot.Engine;

namespace AllianceBot.Conversation;

/// <summary>
/// Try mode: a newcomer is anybody of the sample alliance, can switch, and walks the clock. A decorator that the host puts
/// around the conversation only in this mode and for its own machine.
/// </summary>
/// <param name="inner">The conversation, with <paramref name="directory"/> as its directory.</param>
/// <param name="engine">Whose clock is walked.</param>
/// <param name="directory">Who plays whom.</param>
/// <param name="show">Makes cards.</param>
/// <param name="players">Who plays whom.</param>
/// <param name="sample">The sample alliance; the task is over when it is loaded.</param>
public sealed class TryConverse(
    IConverse inner, AllianceEngine engine, TryDirectory directory, IShow show, Players players,
    Func<CancellationToken, Task<AllianceId>> sample) : IConverse
{
    /// <summary>A turn is answered within five seconds, and one step may take some; a walk that takes longer stops on its way and says so.</summary>
    private static readonly TimeSpan WalkFor = TimeSpan.FromSeconds(2);

    /// <summary>Conversations that were asked who they would like to be: a client may tell twice that the bot came.</summary>
    private readonly ConcurrentDictionary<string, bool> greeted = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async ValueTask<Answer> AnswerAsync(Ask ask, CancellationToken ct)
    {
        if (await engine.FindAsync(await sample(ct), ct) is not { } alliance) return await inner.AnswerAsync(ask, ct);
        var words = TryWords.Read(Typed(ask));
        if (words is TryWords.Be be) return Switch(ask, alliance, be.Name);
        if (await directory.PersonAsync(ask.From, ct) is null)
        {
            if (ask.What is Came came && (came.Kind != Coming.BotAdded || !greeted.TryAdd(ask.Where.Key, true))) return Answer.None;
            if (players.Mapped(ask.From) is not { } name || Known(alliance, name) is not [var mapped]) return Who(ask, alliance, new("try.who"));
            players.Play(ask.From, mapped.Id, alliance.Id);
            // The clock's words go no further than here: who says nothing else is to be reached too.
            directory.Saw(ask, mapped.Id);
        }

        if (ask is { Where.Kind: not PlaceKind.Personal, What: not Came }) await AtHomeAsync(ask, alliance, ct);
        return words switch
        {
            TryWords.Walk walk => await WalkAsync(ask, walk, ct),
            _ => await inner.AnswerAsync(ask, ct),
        };
    }

    /// <inheritdoc/>
    public void Posted(Answer answer, Address where, string message) => inner.Posted(answer, where, message);

    private static string Typed(Ask ask) => Clean.Text(ask.What switch
    {
        Typed typed => typed.Text,
        Pressed { Verb: Verbs.Say } pressed => pressed.Fields.GetValueOrDefault(FieldNames.Words) ?? "",
        _ => "",
    });

    /// <summary>Switches. What waits for that person finds its way here from now on.</summary>
    private Answer Switch(Ask ask, Alliance alliance, string name)
    {
        if (Known(alliance, name) is not [var person]) return Who(ask, alliance, new(name.Length == 0 ? "try.who" : "try.who-else"));
        if (players.Play(ask.From, person.Id, alliance.Id) is { } left) engine.Forget(left);
        directory.Saw(ask, person.Id);
        var now = engine.Clock.GetCurrentInstant();
        directory.Used(person.Id, ask.Where.Key, alliance.Id, now);
        return Told(ask, alliance, new TextShowing(new Said("try.you-are").With("person", (Subject)person.Id).With("now", now)));
    }

    /// <summary>The first place in which somebody speaks is the sample's home: there is nobody else whose it could be.</summary>
    private async ValueTask AtHomeAsync(Ask ask, Alliance alliance, CancellationToken ct)
    {
        if (alliance.LivingHome is not null || await directory.PlaceAsync(ask.Where, ct) is not null) return;
        if (alliance.People.FirstOrDefault(person => alliance.HoldsAnywhere(person.Id, Role.Administrator)) is not { } administrator) return;
        var links = new LinkPlace(directory.Hash("place", ask.Where.Key), Home: true, new(engine.NewId()));
        await engine.AskAsync(alliance.Id, links, administrator.Id, new("") { Directory = [directory.Place(ask.Where, alliance.Id)] }, ct);
    }

    private async ValueTask<Answer> WalkAsync(Ask ask, TryWords.Walk walk, CancellationToken ct)
    {
        var now = engine.Clock.GetCurrentInstant();
        var target = walk.By is { } by ? now + by : walk.IsNext ? await engine.NextAsync(ct) : null;
        if (walk.IsNext && target is null) return Told(ask, null, new TextShowing(new("try.nothing-next")));
        var there = target is not { } at || at <= now || await engine.WalkAsync(at, WalkFor, ct);
        var said = new Said(there ? "try.clock" : "try.clock-stops").With("now", engine.Clock.GetCurrentInstant());
        return Told(ask, await AllianceAsync(ct), new TextShowing(said));
    }

    private async ValueTask<Alliance?> AllianceAsync(CancellationToken ct) => await engine.FindAsync(await sample(ct), ct);

    private Answer Who(Ask ask, Alliance alliance, Said question) => Told(ask, alliance, new ChoiceShowing(question, alliance.People
        .Where(static person => !person.Left && person.Name.Text is not null)
        .OrderBy(static person => person.Name.Text, StringComparer.OrdinalIgnoreCase)
        .Select(person => new Pick(person.Name.Text!, $"be {person.Name.Text}")
        {
            // The first word of the partner is enough to know who that is, and a button fits a phone.
            Detail = person.Partner is { } partner ? alliance.Partners.Find(partner)?.Name.Text?.Split(' ')[0] ?? "" : "",
        }).ToValueList()));

    private Answer Told(Ask ask, Alliance? alliance, Showing showing)
    {
        var context = new PresentContext(engine.Clock.GetCurrentInstant(), -1, engine.NewId()) { Language = ask.Locale.Length > 0 ? ask.Locale : "en" };
        var presented = show.Show(alliance, showing, new PersonReader(players.Find(ask.From) ?? default), context);
        return new(presented.Message.Card, presented.Message.Text, presented.Message.Summary);
    }

    private static List<Person> Known(Alliance alliance, string name)
    {
        var key = Tokens.Key(name);
        var people = alliance.People.Where(static person => !person.Left).ToList();
        return people.FindAll(person => Tokens.Key(person.Name.Text ?? "") == key) is { Count: > 0 } whole ? whole
            : people.FindAll(person => key.Length > 0 && Tokens.Key(person.Name.Text ?? "").Split(' ').Contains(key));
    }
}
