using System.Globalization;
using Amazon;
using Amazon.KinesisVideo;
using Amazon.KinesisVideo.Model;
using Amazon.KinesisVideoMedia;
using Amazon.KinesisVideoMedia.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using static SonicBridge.Bridge.Tests.Kvs.MkvBytes;

namespace SonicBridge.Bridge.Tests.Kvs;

/// <summary>A Kinesis video stream in memory, with the faults that its connections are to have, in order.</summary>
internal sealed class AStream : IAmazonKinesisVideoMedia
{
    public const string Arn =
        "arn:aws:kinesisvideo:eu-west-2:111122223333:stream/sb-connect-demo-contact-1/1700000000000";

    private readonly List<AFragment> _fragments = [];
    private readonly Queue<Fault> _faults = new();
    private readonly List<MediaStream> _open = [];
    private List<AFragment>? _held;

    /// <summary>How each connection was asked to start.</summary>
    public List<StartSelector> Starts { get; } = [];

    public int MostOpen { get; private set; }

    public int Open => _open.Count;

    public IClientConfig Config => throw new NotSupportedException();

    public IAmazonKinesisVideo Control => new Endpoints(this);

    /// <summary>Connections beyond those with a fault stay open when they have sent all.</summary>
    public AStream With(params Fault[] faults)
    {
        Array.ForEach(faults, _faults.Enqueue);
        return this;
    }

    public AStream With(IEnumerable<AFragment> fragments)
    {
        foreach (var fragment in fragments)
        {
            Publish(fragment);
        }

        return this;
    }

    /// <summary>Fragments come later from now on: with <see cref="Release"/>.</summary>
    public void HoldBack() => _held ??= [];

    public void Release()
    {
        var held = _held ?? [];
        _held = null;
        held.ForEach(Publish);
    }

    /// <summary>Something happens to the connections that are open.</summary>
    public void Strike(Action<MediaStream> fault) => _open.ToList().ForEach(fault);

    /// <summary>A fragment is complete: readers get it.</summary>
    public void Publish(AFragment fragment)
    {
        if (_held is not null)
        {
            _held.Add(fragment);
            return;
        }

        _fragments.Add(fragment);
        foreach (var stream in _open.ToArray())
        {
            stream.Send(fragment.ToBytes());
        }
    }

    /// <summary>A fragment is older than the stream's retention.</summary>
    public void Forget(int number) => _fragments.RemoveAll(f => f.Number == number);

    public Task<GetMediaResponse> GetMediaAsync(GetMediaRequest request, CancellationToken cancellationToken = default)
    {
        Starts.Add(request.StartSelector);
        var fault = _faults.Count > 0 ? _faults.Dequeue() : new Fault.StaysOpen();
        if (fault is Fault.Refused refused)
        {
            return Task.FromException<GetMediaResponse>(refused.Error);
        }

        var stream = new MediaStream(fault, self => _open.Remove(self));
        _open.Add(stream);
        MostOpen = Math.Max(MostOpen, _open.Count);
        stream.Send(fault is Fault.Reports reports ? Error(reports.Id) : After(request.StartSelector));
        return Task.FromResult(new GetMediaResponse { ContentType = "video/webm", Payload = stream });
    }

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        throw new NotSupportedException();

    public void Dispose() { }

    private byte[] After(StartSelector start)
    {
        var index = start.StartSelectorType.Value switch
        {
            "FRAGMENT_NUMBER" => _fragments.FindIndex(f => AFragment.NumberOf(f.Number) == start.AfterFragmentNumber)
                + 1,
            _ => IndexOf(_fragments.FindIndex(f => f.Time + 1024 > Millis(start.StartTimestamp!.Value))),
        };
        if (index == 0 && start.AfterFragmentNumber is not null)
        {
            return Error(4000);
        }

        return Join([.. _fragments.Skip(index).Select(f => f.ToBytes())]);
    }

    private static byte[] Error(int id)
    {
        var tags = Element(
            0x1254C367,
            Tag("AWS_KINESISVIDEO_ERROR_CODE", "SOMETHING_IS_WRONG"),
            Tag("AWS_KINESISVIDEO_ERROR_ID", id.ToString(CultureInfo.InvariantCulture))
        );
        return [.. AFragment.Header, .. Unsized(0x18538067, tags)];
    }

    private int IndexOf(int found) => found < 0 ? _fragments.Count : found;

    private static long Millis(DateTime time) => new DateTimeOffset(time, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>The side of Kinesis Video Streams that tells the endpoint.</summary>
    private sealed class Endpoints(AStream stream)
        : AmazonKinesisVideoClient(new BasicAWSCredentials("nobody", "nothing"), RegionEndpoint.USEast1)
    {
        public override Task<GetDataEndpointResponse> GetDataEndpointAsync(
            GetDataEndpointRequest request,
            CancellationToken cancellationToken = default
        )
        {
            request.ShouldSatisfyAllConditions(
                r => r.APIName.ShouldBe(APIName.GET_MEDIA),
                r => r.StreamARN.ShouldBe(Arn),
                r => r.StreamName.ShouldBeNull()
            );
            if (stream._faults.TryPeek(out var fault) && fault is Fault.NoEndpoint refused)
            {
                stream._faults.Dequeue();
                return Task.FromException<GetDataEndpointResponse>(refused.Error);
            }

            return Task.FromResult(new GetDataEndpointResponse { DataEndpoint = "https://s-1.kinesisvideo.example" });
        }
    }
}

/// <summary>What becomes of one connection.</summary>
public abstract record Fault
{
    /// <summary>Nothing: it sends all and waits for more.</summary>
    public sealed record StaysOpen : Fault;

    /// <summary>It ends after so many bytes, or else when it has sent all.</summary>
    public sealed record EndsAfter(long Bytes) : Fault;

    /// <summary>It breaks after so many bytes, or else when it has sent all.</summary>
    public sealed record BreaksAfter(long Bytes) : Fault;

    /// <summary>It stays open but sends no more after so many bytes.</summary>
    public sealed record StallsAfter(long Bytes) : Fault;

    /// <summary>A byte is wrong.</summary>
    public sealed record Damages(int Byte) : Fault;

    /// <summary>It reports an error by a tag.</summary>
    public sealed record Reports(int Id) : Fault;

    /// <summary>GetMedia answers an error.</summary>
    public sealed record Refused(Exception Error) : Fault;

    /// <summary>GetDataEndpoint answers an error.</summary>
    public sealed record NoEndpoint(Exception Error) : Fault;
}
