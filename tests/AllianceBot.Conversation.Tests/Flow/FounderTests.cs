using AllianceBot.Engine;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Alliances are started by whom the settings name, and by nobody else.</summary>
public sealed class FounderTests
{
    private static readonly Handle Lee = new("chat", "their-tenant", "lee", HasObjectId: true);

    [Theory]
    [InlineData("their-tenant", "", true)]
    [InlineData("THEIR-TENANT", "", true)]
    [InlineData("", "LEE", true)]
    [InlineData("another-tenant", "somebody", false)]
    [InlineData("", "", false)]
    public async Task Only_whom_a_setting_allows_starts_an_alliance(string tenant, string person, bool may)
    {
        using var chat = await Chat.RiverbendAsync();
        var talk = new Converse(chat.Engine, chat.Engine.Directory, chat.Show, new(AnyoneCreates: false)
        {
            CreatorTenants = tenant.Length > 0 ? [tenant] : [],
            Creators = person.Length > 0 ? [person] : [],
        });
        var hello = await chat.ConverseAsync(talk, Lee, "hello");
        await chat.ConverseAsync(talk, Lee, "create alliance Elsewhere in zone America/Chicago");
        await chat.ConverseAsync(talk, Lee, "organisation: Elsewhere Office");
        await chat.ConverseAsync(talk, Lee, "send");
        var founded = await chat.Engine.Directory.PersonAsync(Lee, CancellationToken.None) is not null;
        Assert.Equal(may, founded);
        Assert.Equal(may, hello.Text.Contains("create alliance", StringComparison.Ordinal));
    }

    /// <summary>Who is known by a passing id alone could not be found again.</summary>
    [Fact]
    public void Who_has_no_lasting_id_starts_none_whatever_is_set() =>
        Assert.False(new ConverseSettings(AnyoneCreates: false) { CreatorTenants = ["their-tenant"], Creators = ["lee"] }.MayCreate(Lee with { HasObjectId = false }));
}
