using System.Net;
using Amazon.Runtime;

namespace SonicBridge.Bridge;

/// <summary>The connections to all services: one pool, which the SDK's clients share.</summary>
internal sealed class HttpConnections : HttpClientFactory, IDisposable
{
    private readonly SocketsHttpHandler _pool = new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(3),
        // A connection that dies without a word must not leave a caller talking to nobody.
        KeepAlivePingDelay = TimeSpan.FromSeconds(20),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        // Endpoints move between addresses; idle connections are dropped before S3 drops them.
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(15),
    };

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(new PriorKnowledge(_pool), disposeHandler: false)
        {
            Timeout = clientConfig.Timeout ?? Timeout.InfiniteTimeSpan,
        };

    public void Dispose() => _pool.Dispose();

    /// <summary>
    /// HTTP/2 over plain http has no handshake in which to agree on it: without prior knowledge .NET goes down to
    /// HTTP/1.1, and a stream in both directions breaks. Over https nothing is changed.
    /// </summary>
    private sealed class PriorKnowledge(HttpMessageHandler next) : DelegatingHandler(next)
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (request.Version == HttpVersion.Version20 && request.RequestUri?.Scheme == Uri.UriSchemeHttp)
            {
                request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
