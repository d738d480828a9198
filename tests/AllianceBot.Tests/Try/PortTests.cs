using System.Net;
using System.Net.Sockets;
using AllianceBot.Try;
using Xunit;

namespace AllianceBot.Tests.Try;

/// <summary>Trying it where another program has the port.</summary>
public sealed class PortTests
{
    [Fact]
    public async Task A_port_in_use_was_told_by_a_page_of_stack()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var folder = Directory.CreateTempSubdirectory("alliancebot");
        try
        {
            var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => TryCommand.RunAsync(
                new(port, 0, folder.FullName, NoClient: true), [], TestContext.Current.CancellationToken));
            Assert.Contains($"Port {port} is in use", fault.Message, StringComparison.Ordinal);
            Assert.Contains($"--port {port + 1}", fault.Message, StringComparison.Ordinal);
            Assert.Empty(folder.GetFileSystemInfos());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
