using Amazon.KinesisVideo;
using Amazon.KinesisVideoMedia;
using Amazon.Runtime;
using SonicBridge.Bridge.Kvs.Matroska;
using Control = Amazon.KinesisVideo.Model;
using Media = Amazon.KinesisVideoMedia.Model;

namespace SonicBridge.Bridge.Kvs;

/// <summary>Why a connection could not be opened or read on.</summary>
/// <param name="Cause">A clause that names the cause.</param>
/// <param name="Kind">What is to be done.</param>
internal sealed record MediaFault(string Cause, MediaFaultKind Kind)
{
    /// <summary>The fault that an exception stands for; null when it is not one of reading.</summary>
    public static MediaFault? Of(Exception exception) =>
        exception switch
        {
            Control.ResourceNotFoundException or Media.ResourceNotFoundException => new(
                "there is no such stream in this region",
                MediaFaultKind.Fatal
            ),
            Control.NotAuthorizedException
            or Media.NotAuthorizedException
            or AmazonServiceException { ErrorCode: "AccessDeniedException" } => new(
                $"the bridge may not read it ({exception.Message}): allow kinesisvideo:GetDataEndpoint and "
                    + "kinesisvideo:GetMedia on it, and kms:Decrypt on its key",
                MediaFaultKind.Refused
            ),
            Control.InvalidArgumentException or Media.InvalidArgumentException => new(
                $"the request was not valid: {exception.Message}",
                MediaFaultKind.Refused
            ),
            Control.ClientLimitExceededException or Media.ClientLimitExceededException => new(
                "too much was asked of Kinesis Video Streams",
                MediaFaultKind.LimitReached
            ),
            Media.ConnectionLimitExceededException => new(
                "others read the stream with all the connections that it allows",
                MediaFaultKind.LimitReached
            ),
            InvalidMediaException => new($"what came is damaged: {exception.Message}", MediaFaultKind.Passing),
            AmazonKinesisVideoException
            or AmazonKinesisVideoMediaException
            or AmazonClientException
            or IOException
            or HttpRequestException
            or OperationCanceledException => new(
                $"it could not be reached: {exception.Message}",
                MediaFaultKind.Passing
            ),
            _ => null,
        };

    public static MediaFault Of(InBandError error) =>
        new(error.ToString(), error.IsFatal ? MediaFaultKind.Fatal : MediaFaultKind.Passing);
}

internal enum MediaFaultKind
{
    /// <summary>Try again.</summary>
    Passing,

    /// <summary>Try again, but not soon.</summary>
    LimitReached,

    /// <summary>Final for a first attempt; later it may be a credential or token that ran out.</summary>
    Refused,

    /// <summary>Trying again changes nothing.</summary>
    Fatal,
}
