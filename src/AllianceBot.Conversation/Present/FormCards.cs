using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>A form before it is sent: what was understood, a labelled input per field, who will see it, one button.</summary>
internal static class FormCards
{
    public const string Template = "forms/form";

    /// <summary>A form, above it what is to be said first.</summary>
    public static CardModel Model(Speech speech, Form form, SeenBy seenBy, CardText? number) => new(20)
    {
        ["title"] = number is { } item && speech.Has($"form.{form.Verb}.of")
            ? speech.Text($"form.{form.Verb}.of", ("item", item))
            : speech.Text($"form.{form.Verb}.title"),
        ["headline"] = form.Lead is { } lead ? speech.Say(lead) : default(CardValue),
        ["lines"] = CardValue.List(
            [.. form.Warnings.Select(speech.Say), .. form.Fields.Where(static field => field.Fault is not null).Select(field => Fault(speech, form, field)), .. form.Fields.Where(IsDay).Select(field => Day(speech, form, field))],
            static line => new CardModel { ["line"] = line }),
        ["facts"] = CardValue.List(
            [.. form.Fields.Where(static field => field.Kind == FieldKind.Fixed)], field => new CardModel
            {
                ["name"] = Name(speech, form, field),
                ["value"] = Chosen(speech, field),
            }),
        ["fields"] = CardValue.List(
            [.. form.Fields.Where(static field => field.Kind != FieldKind.Fixed)], field => Field(speech, form, field)),
        ["folded"] = CardValue.List(
            [.. form.Fields.Where(static field => field.IsFolded && field.Kind != FieldKind.Fixed)],
            static field => new CardModel { ["box"] = CardValue.Token(Box(field)) }),
        ["seenby"] = speech.Text($"seenby.input.{Keys.Of(seenBy)}"),
        ["typed"] = speech.Text(form.Fields.Any(static field => field.Name == FieldNames.Due) ? "form.typed.date" : "form.typed"),
        ["send"] = speech.Has($"form.{form.Verb}.send") ? speech.Text($"form.{form.Verb}.send") : speech.Text("form.sendbutton"),
        ["form"] = CardValue.Token(form.Verb),
        ["draft"] = CardValue.Token(form.Draft),
        ["item"] = CardValue.Token(form.Item?.ToString() ?? ""),
        ["revision"] = CardValue.Token($"{form.Revision}"),
        ["view"] = CardValue.Token(form.Behind?.ToString() ?? ""),
        ["link"] = form.Link,
    };

    /// <summary>The id of what holds an input, by which "more" opens it.</summary>
    private static string Box(FormField field) => $"box-{field.Name}";

    /// <summary>What stands above an input: its own words, those it has on this form ("Looked at again on"), or those of the field.</summary>
    private static CardText Name(Speech speech, Form form, FormField field) => field.Label is { } label ? speech.Say(label)
        : speech.Text(speech.Has($"field.{field.Name}.on.{form.Verb}") ? $"field.{field.Name}.on.{form.Verb}" : $"field.{field.Name}");

    private static CardText Fault(Speech speech, Form form, FormField field) =>
        speech.Text("field.fault", ("field", Name(speech, form, field)), ("fault", speech.Say(field.Fault!)));

    /// <summary>The client's own date says no weekday: what was understood is said with it before anything binds.</summary>
    private static bool IsDay(FormField field) => field is { Kind: FieldKind.Date, Fault: null } && PromiseForms.DateOf(field.Value) is not null;

    private static CardText Day(Speech speech, Form form, FormField field) => speech.Text(
        "field.day", ("field", Name(speech, form, field)), ("date", speech.Date(PromiseForms.DateOf(field.Value)!.Value)));

    private static CardModel Field(Speech speech, Form form, FormField field)
    {
        var label = Name(speech, form, field);
        var own = $"field.{field.Name}.on.{form.Verb}.hint";
        return new CardModel(12)
        {
            ["input"] = CardValue.Token(field.Kind switch
            {
                FieldKind.Line => "line",
                FieldKind.Lines => "text",
                FieldKind.Date => "date",
                FieldKind.Toggle => "yesno",
                FieldKind.Choices => "choices",
                _ => "choice",
            }),
            ["id"] = CardValue.Token(field.Name),
            ["box"] = CardValue.Token(Box(field)),
            ["shown"] = !field.IsFolded,
            ["label"] = label,
            ["hint"] = speech.Text(speech.Has(own) ? own : speech.Has($"field.{field.Name}.hint") ? $"field.{field.Name}.hint"
                : field.Kind == FieldKind.Lines ? "field.words.hint" : "field.hint"),
            // What people typed stands in lines only; dates, choices and toggles hold our own values.
            ["value"] = field.Kind is FieldKind.Line or FieldKind.Lines ? field.Value : CardValue.Token(field.Value),
            ["required"] = field.Required,
            ["max"] = field.Most > 0 ? field.Most : field.Kind == FieldKind.Line ? Limits.Name : field.Name == FieldNames.File ? Clean.Most : Limits.Text,
            ["choices"] = CardValue.List(field.Options, option => new CardModel
            {
                ["text"] = Label(speech, option),
                ["value"] = CardValue.Token(option.Value),
            }),
        };
    }

    private static CardText Label(Speech speech, Option option)
    {
        var label = option.Says is { } says ? speech.Say(says) : option.Key.Length > 0 ? speech.Text(option.Key) : CardText.Typed(option.Label);
        return option.Detail.Length == 0 ? label : speech.Text("option.detail", ("name", label), ("detail", option.Detail));
    }

    private static CardText Chosen(Speech speech, FormField field)
    {
        foreach (var option in field.Options)
            if (option.Value == field.Value)
                return Label(speech, option);
        return field.Name == FieldNames.Due && NodaTime.Text.LocalDatePattern.Iso.Parse(field.Value) is { Success: true } date
            ? speech.Date(date.Value)
            : CardText.Typed(field.Value);
    }
}
