using System.Text.Json;
using System.Text.RegularExpressions;

namespace EndToEnd.Harness;

/// <summary>What someone with a screen reader or without a mouse meets on a card.</summary>
internal static partial class Accessibility
{
    /// <summary>The rules themselves, as a script to be put into a page.</summary>
    public static string Rules => Axe.Value;

    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(House.Npm("axe-core", "axe.min.js")));

    // The client puts focus guards of its own into every card; they are not ours to name.
    /// <summary>The rules of WCAG 2.1 A and AA that the card breaks, each with the elements that break it; empty is well.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(Card card)
    {
        await card.IsThereAsync();
        await card.Page.EvaluateAsync(Axe.Value);
        var found = await card.At.EvaluateAsync<JsonElement>(
            """
            async card => {
              const ours = { include: [card], exclude: [['[data-tabster-dummy]']] };
              const { violations } = await axe.run(ours, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] });
              // What a button unfolds is named by its id in the card, and the client writes that id where one of the page belongs.
              const theirs = (rule, node) => rule === 'aria-valid-attr-value' && node.html.includes('aria-controls=');
              return violations
                .map(it => ({ ...it, nodes: it.nodes.filter(node => !theirs(it.id, node)) }))
                .filter(it => it.nodes.length > 0)
                .map(it => `${it.id}: ${it.help}: ${it.nodes.map(node => node.html).join(' | ')}`);
            }
            """);
        return [.. found.EnumerateArray().Select(it => it.GetString()!)];
    }

    /// <summary>Walks over the card with Tab alone and answers what got the focus, in order, as "role name".</summary>
    public static async Task<IReadOnlyList<string>> WalkAsync(Card card, int atMost = 60)
    {
        await StartBeforeAsync(card);
        var met = new List<string>();
        for (var step = 0; step < atMost; step++)
        {
            await card.Page.Keyboard.PressAsync("Tab");
            var name = await FocusedAsync(card);
            if (name is null && met.Count > 0) break;
            if (name is not null) met.Add(name);
        }

        return met;
    }

    /// <summary>Tabs to what bears this name and presses a key there, as one does without a mouse.</summary>
    public static async Task PressAsync(Card card, string name, string key = "Enter", int atMost = 60)
    {
        await StartBeforeAsync(card);
        for (var step = 0; step < atMost; step++)
        {
            await card.Page.Keyboard.PressAsync("Tab");
            if (await FocusedAsync(card) is not { } focused || !focused.EndsWith($" {name}", StringComparison.Ordinal)) continue;
            await card.Page.Keyboard.PressAsync(key);
            return;
        }

        throw new InvalidOperationException($"Tab never came to {name}.");
    }

    private static async Task StartBeforeAsync(Card card) =>
        await card.At.EvaluateAsync("card => { card.tabIndex = -1; card.focus(); }");

    // The name as a screen reader gets it, worked out by the browser tool from labels and content: `- button "Send"`.
    private static async Task<string?> FocusedAsync(Card card)
    {
        var inside = await card.At.EvaluateAsync<bool>("card => card !== document.activeElement && card.contains(document.activeElement)");
        if (!inside) return null;
        var said = Spoken().Match(await card.Page.Locator("*:focus").AriaSnapshotAsync());
        return $"{said.Groups["role"].Value} {said.Groups["name"].Value}".Trim();
    }

    [GeneratedRegex("""^- '?(?<role>\w+)( "(?<name>[^"]*)")?""")]
    private static partial Regex Spoken();
}
