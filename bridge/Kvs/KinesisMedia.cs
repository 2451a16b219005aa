using Amazon.KinesisVideo;
using Amazon.KinesisVideo.Model;
using Amazon.KinesisVideoMedia;
using Amazon.KinesisVideoMedia.Model;

namespace SonicBridge.Bridge.Kvs;

/// <summary>Opens GetMedia on one stream, each time at an endpoint that was just asked for: its token lasts 45 minutes.</summary>
/// <param name="control">Tells the endpoint.</param>
/// <param name="mediaAt">A client for an endpoint.</param>
/// <param name="streamArn">The stream.</param>
public sealed class KinesisMedia(
    IAmazonKinesisVideo control,
    Func<string, IAmazonKinesisVideoMedia> mediaAt,
    string streamArn
) : IDisposable
{
    private IAmazonKinesisVideoMedia? _client;
    private string? _endpoint;

    /// <summary>Opens the stream. Whoever gets the answer disposes it, which frees one of the stream's three connections.</summary>
    internal async Task<GetMediaResponse> OpenAsync(StartSelector start, CancellationToken cancellationToken)
    {
        var endpoint = await control.GetDataEndpointAsync(
            new GetDataEndpointRequest { StreamARN = streamArn, APIName = APIName.GET_MEDIA },
            cancellationToken
        );
        if (_client is null || endpoint.DataEndpoint != _endpoint)
        {
            _client?.Dispose();
            (_client, _endpoint) = (mediaAt(endpoint.DataEndpoint), endpoint.DataEndpoint);
        }

        var request = new GetMediaRequest { StreamARN = streamArn, StartSelector = start };
        return await _client.GetMediaAsync(request, cancellationToken);
    }

    public void Dispose() => _client?.Dispose();
}
