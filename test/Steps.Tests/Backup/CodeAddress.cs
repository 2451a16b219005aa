namespace SonicBridge.Steps.Tests.Backup;

/// <summary>Gives a function's code, whatever address it is asked at.</summary>
internal sealed class CodeAddress(Func<byte[]> code) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    ) => Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(code()) });
}
