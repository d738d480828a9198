using AllianceBot.Domain;
using AllianceBot.Engine;
using Microsoft.Extensions.Logging;

namespace AllianceBot.Conversation;

/// <summary>Turns what is to be shown into the answer of a turn, in private or in a place.</summary>
internal sealed class Showman(IAlliances alliances, IShow show, Memory<OpenDraft> drafts, ILogger log)
{
    /// <summary>More words than are read at once.</summary>
    public const string TooLong = "answers.too-long";

    /// <summary>The same was asked before, and is done.</summary>
    public const string Already = "answers.already";

    /// <summary>The answer to this asker. In a place it goes to the asker in private, with a word in the place.</summary>
    public async ValueTask<Answer> PrivatelyAsync(Turn turn, Showing showing, CancellationToken ct)
    {
        if (showing is FormShowing { Form: var form } && turn.Me is not null) Remember(turn, form);
        if (showing is RefusedShowing { Form: { } again } && turn.Me is not null) Remember(turn, again);
        if (NotDone(turn, showing) is { } why) Log.NotDone(log, why);
        var answer = await AnswerAsync(turn, showing, new PersonReader(turn.Person), ct);
        return turn.InPlace ? Say(turn, new("answers.privately")) with { Privately = answer } : answer;
    }

    /// <summary>The answer that everybody in the place sees.</summary>
    public ValueTask<Answer> OpenlyAsync(Turn turn, Showing showing, CancellationToken ct) =>
        AnswerAsync(turn, showing, turn.InPlace ? PlaceReader.Any : new PersonReader(turn.Person), ct);

    /// <summary>A short text without a card.</summary>
    public Answer Say(Turn turn, Said said) => AnswerOf(turn, show.Show(
        turn.Alliance, new TextShowing(said), new PersonReader(turn.Person), new(turn.Now, -1, alliances.NewId()) { Language = turn.Language }));

    public void Remember(Turn turn, Form form) => drafts.Keep(turn.DraftKey, new(form, turn.Alliance?.Id), turn.Now);

    /// <summary>Why nothing was done, by code; null where something was, or nothing was asked for.</summary>
    private static string? NotDone(Turn turn, Showing showing) => showing switch
    {
        RefusedShowing refused => refused.Refusal.Code,
        FormShowing { Form: { IsFaulty: true } form } when turn.Pressed?.Verb == Verbs.Send => $"form.{form.Verb}",
        TextShowing { Said.Key: TooLong } => TooLong,
        // A card of an alliance that one is not in, or not any more.
        TextShowing { Said.Key: var key } when turn.Pressed is not null && key.StartsWith("welcome.", StringComparison.Ordinal) => key,
        ItemShowing { Lead.Key: Already } or ListShowing { Lead.Key: Already } => Already,
        _ => null,
    };

    private async ValueTask<Answer> AnswerAsync(Turn turn, Showing showing, Reader reader, CancellationToken ct)
    {
        var named = Named(turn, showing);
        var about = named switch
        {
            ItemShowing item => item.Subject,
            RefusedShowing { Now: { } now } => now,
            _ => (Subject?)null,
        };
        // Only a promise's card tells what is new since it was last seen.
        var seen = about is { Kind: SubjectKind.Commitment } subject && turn.Alliance is { } alliance && reader is PersonReader
            ? await alliances.SeenAsync(alliance.Id, subject, turn.Person, ct) ?? -1 : -1;
        return AnswerOf(turn, show.Show(turn.Alliance, named, reader, new(turn.Now, seen, alliances.NewId()) { Language = turn.Language }));
    }

    private static Answer AnswerOf(Turn turn, Presented presented) =>
        new(presented.Message.Card, presented.Message.Text, presented.Message.Summary)
        {
            Shown = !turn.Ask.InWindow && !turn.ShownByAppend && turn.Alliance is { } alliance && presented.Subject.Id is not null && !presented.Message.Card.IsEmpty
                ? new(
                    alliance.Id, presented.Subject.ToString(), turn.InPlace ? turn.Place : turn.Person.Value, turn.Place,
                    turn.Pressed is { CanReturnCard: true } pressed ? pressed.Message : "", presented.Revision, presented.View, turn.Now)
                : null,
        };

    /// <summary>Who is in several alliances is told which one the answer is about.</summary>
    private static Showing Named(Turn turn, Showing showing)
    {
        if (!turn.NamesAlliance || turn.Alliance?.Name?.Text is not { } name) return showing;
        var said = new Said("answers.in-alliance").Quoting("alliance", name);
        return showing switch
        {
            ItemShowing { Lead: null } item => item with { Lead = said },
            ListShowing { Lead: null } list => list with { Lead = said },
            HelpShowing { Lead: null } help => help with { Lead = said },
            FormShowing { Form.Lead: null } form => new FormShowing(form.Form with { Lead = said }),
            _ => showing,
        };
    }
}
