using AllianceBot.Wiring;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace AllianceBot.Tests.Host;

public sealed class PublicUrlTests
{
    [Theory]
    [InlineData("https://bot.example.org", true)]
    [InlineData("https://example.org/alliance/", true)]
    [InlineData("http://127.0.0.1:3978", true)]
    [InlineData("http://localhost:3978", true)]
    [InlineData("http://bot.example.org", false)]
    [InlineData("https://who:secret@bot.example.org", false)]
    [InlineData("https://bot.example.org?x=1", false)]
    [InlineData("https://bot.example.org#x", false)]
    [InlineData("ftp://bot.example.org", false)]
    [InlineData("bot.example.org", false)]
    public void The_address_of_pages_is_checked_at_start(string text, bool good)
    {
        var faults = new List<string>();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Bot:PublicUrl"] = text }).Build();
        var settings = BotSettings.Read(configuration, faults);
        Assert.Equal(good, settings.PublicUrl is not null);
        Assert.Equal(!good, faults.Any(static fault => fault.StartsWith("Bot:PublicUrl is '", StringComparison.Ordinal)));
    }

    [Fact]
    public void Without_it_there_are_no_pages()
    {
        var faults = new List<string>();
        Assert.Null(BotSettings.Read(new ConfigurationBuilder().Build(), faults).PublicUrl);
        Assert.Empty(faults);
    }
}
