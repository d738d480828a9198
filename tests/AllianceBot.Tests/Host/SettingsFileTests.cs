using System.Reflection;
using System.Text.Json;
using AllianceBot.Channels.Teams;
using AllianceBot.Wiring;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace AllianceBot.Tests.Host;

/// <summary>The shipped settings file names every key, and its values are the defaults.</summary>
public sealed class SettingsFileTests
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "appsettings.json");

    [Fact]
    public void Every_key_of_Teams_stands_in_the_file()
    {
        using var json = JsonDocument.Parse(System.IO.File.ReadAllText(File), new() { CommentHandling = JsonCommentHandling.Skip });
        var there = json.RootElement.GetProperty("Teams").EnumerateObject().Select(static one => one.Name).ToHashSet(StringComparer.Ordinal);
        var keys = typeof(TeamsSettings).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(static one => one.CanWrite).Select(static one => one.Name)
            .Where(static one => one != nameof(TeamsSettings.IsDevelopment)); // The host decides that, no key.
        Assert.DoesNotContain(keys, key => !there.Contains(key));
    }

    [Fact]
    public void The_file_gives_exactly_the_defaults_of_Teams()
    {
        var faults = new List<string>();
        var shipped = TeamsSettings.Read(new ConfigurationBuilder().AddJsonFile(File).Build().GetSection("Teams"), isDevelopment: false, faults);
        var bare = TeamsSettings.Read(new ConfigurationBuilder().Build().GetSection("Teams"), isDevelopment: false, faults);
        Assert.Equal(JsonSerializer.Serialize(bare), JsonSerializer.Serialize(shipped));
    }

    [Fact]
    public void The_file_gives_exactly_the_defaults()
    {
        var faults = new List<string>();
        var shipped = BotSettings.Read(new ConfigurationBuilder().AddJsonFile(File).Build(), faults);
        var bare = BotSettings.Read(new ConfigurationBuilder().Build(), faults);
        Assert.Empty(faults);
        Assert.Equal(JsonSerializer.Serialize(bare), JsonSerializer.Serialize(shipped));
    }
}
