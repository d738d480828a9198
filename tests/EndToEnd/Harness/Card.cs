using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EndToEnd.Harness;

/// <summary>A card as it is drawn in the client.</summary>
/// <param name="client">Where it is drawn.</param>
/// <param name="at">Finds it, again and again, so that its updates are followed.</param>
/// <param name="words">What it is known by, for whoever waits for it in vain.</param>
internal sealed partial class Card(Client client, ILocator at, params string[] words)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public ILocator At => at;

    public IPage Page => client.Page;

    // The bar with the answer to a press is drawn beside the card, not in it.
    private ILocator Around => client.Page.Locator(".fai-OutputCard, .fui-Card").Filter(new() { Has = at }).Last;

    private string Called => words.Length == 0 ? "a card" : $"a card with “{string.Join("” and “", words)}”";

    public Task IsThereAsync() => client.WaitsForAsync(at, Called);

    public async Task<string> TextAsync() => await at.InnerTextAsync();

    /// <summary>Waits until the card shows this too.</summary>
    public Task ShowsAsync(string text) => client.WaitsForAsync(at.GetByText(text).First, $"“{text}” on {Called}");

    /// <summary>
    /// Presses a button or link of the card, also one behind "More options". What is drawn anew meanwhile takes a button away or
    /// closes the menu, and a person tries again.
    /// </summary>
    public async Task PressAsync(string title)
    {
        await IsThereAsync();
        for (var tried = Stopwatch.StartNew(); tried.Elapsed < Patience; await Task.Delay(200))
        {
            try
            {
                if (await IsPressedAsync(title)) return;
            }
            catch (TimeoutException)
            {
                await client.Page.Keyboard.PressAsync("Escape");
            }
        }

        var there = await at.GetByRole(AriaRole.Button).AllInnerTextsAsync();
        throw new InvalidOperationException($"There is no “{title}” on {Called}, only {string.Join(", ", there)}.");
    }

    /// <summary>Fills a text or number.</summary>
    public Task FillAsync(string label, string text) =>
        at.GetByRole(AriaRole.Textbox, new() { Name = label }).Or(at.GetByRole(AriaRole.Spinbutton, new() { Name = label })).First.FillAsync(text);

    /// <summary>Chooses from a list that opens, or by a labelled round button.</summary>
    public async Task ChooseAsync(string label, string choice)
    {
        var list = at.GetByRole(AriaRole.Combobox, new() { Name = label });
        if (await list.CountAsync() > 0)
        {
            await list.First.ClickAsync();
            await client.Page.GetByRole(AriaRole.Option, new() { Name = choice, Exact = true }).ClickAsync();
            return;
        }

        // The drawn circle lies above the input.
        await at.GetByRole(AriaRole.Radiogroup, new() { Name = label }).GetByRole(AriaRole.Radio, new() { Name = choice, Exact = true })
            .CheckAsync(new() { Force = true });
    }

    /// <summary>Picks a day of the calendar that is shown when the date's field is clicked.</summary>
    public async Task PickDayAsync(string label, DateOnly day)
    {
        await at.GetByLabel(label).First.ClickAsync();
        var name = day.ToString("d, MMMM, yyyy", CultureInfo.InvariantCulture);
        var cell = client.Page.GetByRole(AriaRole.Gridcell, new() { Name = name }).Or(
            client.Page.GetByRole(AriaRole.Gridcell).Filter(new() { Has = client.Page.GetByLabel(name) }));
        await client.Page.GetByRole(AriaRole.Gridcell).First.WaitForAsync();
        for (var month = 0; month < 24 && await cell.CountAsync() == 0; month++)
        {
            await client.Page.GetByRole(AriaRole.Button, new() { NameRegex = NextMonth() }).First.ClickAsync();
        }

        await cell.First.ClickAsync();
    }

    public Task TickAsync(string title) => at.Locator("label").Filter(new() { HasText = title }).ClickAsync();

    /// <summary>Waits for the bar that says how a press went.</summary>
    public Task IsAnsweredAsync(string text) => client.WaitsForAsync(Around.GetByText(text).First, $"the answer “{text}” beside {Called}");

    [GeneratedRegex("next month", RegexOptions.IgnoreCase)]
    private static partial Regex NextMonth();

    /// <summary>False while it is not there; a <see cref="TimeoutException"/> says that it was and is no more.</summary>
    private async Task<bool> IsPressedAsync(string title)
    {
        var button = Named(AriaRole.Button, title).Or(Named(AriaRole.Link, title));
        if (await button.CountAsync() > 0)
        {
            await button.First.ClickAsync(new() { Timeout = 20_000 });
            return true;
        }

        var menu = at.GetByRole(AriaRole.Button, new() { Name = "More options" });
        if (await menu.CountAsync() == 0) return false;
        await menu.ClickAsync(new() { Timeout = 6_000 });
        await client.Page.GetByRole(AriaRole.Menuitem, new() { Name = title, Exact = true }).ClickAsync(new() { Timeout = 6_000 });
        return true;
    }

    private ILocator Named(AriaRole role, string name) => at.GetByRole(role, new() { Name = name, Exact = true });
}
