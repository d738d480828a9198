using System.Text.RegularExpressions;

namespace AllianceBot.Cards;

/// <summary>Which single values fit a property.</summary>
internal static partial class ScalarRules
{
    /// <summary>What is wrong with a value in which nothing is to be filled in; null when nothing is.</summary>
    public static string? Wrong(SourceNode value, CardProperty rule) => rule.Kind switch
    {
        PropertyKind.Flag => value.Kind == SourceKind.Flag ? null : "true or false is wanted here.",
        PropertyKind.Number => value.Kind == SourceKind.Number ? null : "A number is wanted here.",
        PropertyKind.Own => value.Kind is SourceKind.Text or SourceKind.Number ? null : "A text is wanted here.",
        _ when value.Kind != SourceKind.Text => "A text is wanted here: renderers show nothing for anything else.",
        PropertyKind.Choice => rule.Choices.Contains(value.Text, StringComparer.OrdinalIgnoreCase)
            ? null
            : $"'{value.Text}' is not one of {string.Join(", ", rule.Choices)}.",
        PropertyKind.Address => IsAddress(value.Text) ? null : "Only https addresses (or data:image for pictures) may stand here.",
        PropertyKind.Width => Widths().IsMatch(value.Text) ? null : "A width is veryNarrow, narrow, standard or wide, with atLeast: or atMost: before it if wanted.",
        _ => null,
    };

    /// <summary>What is wrong with the way a value is filled in.</summary>
    public static void CheckExpression(SourceNode value, CardProperty rule, Action<string> fault)
    {
        List<(string Text, Expression? Expression)> parts;
        try
        {
            parts = Interpolation.Parse(value.Text, words: _ => CardValue.Markup(string.Empty));
        }
        catch (ExpressionFaultException)
        {
            // Said by the check of expressions, which sees every string.
            return;
        }
        var whole = parts is [{ Expression: not null }];
        if (!whole && rule.Kind is PropertyKind.Flag or PropertyKind.Number or PropertyKind.Address or PropertyKind.Choice or PropertyKind.Width)
            fault("One expression and nothing around it may stand here: \"${...}\".");
        if (rule.Kind == PropertyKind.Words && parts.Exists(part => part.Expression is { } expression && ShowsValues(expression)))
            fault("Renderers read this as markdown, so only fixed words may stand here: \"${$root.w.key}\".");
    }

    /// <summary>Whether values of the model, and not only our words, end up on the card.</summary>
    private static bool ShowsValues(Expression expression) => expression switch
    {
        ConstantExpression => false,
        IfExpression choice => ShowsValues(choice.WhenTrue) || ShowsValues(choice.Otherwise),
        ConcatExpression texts => texts.Parts.Any(ShowsValues),
        _ => true,
    };

    private static bool IsAddress(string text) =>
        text.StartsWith("data:image/", StringComparison.Ordinal)
        || (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == "https");

    [GeneratedRegex("^((atLeast|atMost):)?(veryNarrow|narrow|standard|wide)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Widths();
}
