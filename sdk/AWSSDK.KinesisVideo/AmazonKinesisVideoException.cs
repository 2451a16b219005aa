using System;
using System.Net;
using Amazon.Runtime;

namespace Amazon.KinesisVideo;

/// <summary>An error that Kinesis Video Streams answered with.</summary>
public partial class AmazonKinesisVideoException : AmazonServiceException
{
    public AmazonKinesisVideoException(string message)
        : base(message) { }

    public AmazonKinesisVideoException(string message, Exception innerException)
        : base(message, innerException) { }

    public AmazonKinesisVideoException(Exception innerException)
        : base(innerException.Message, innerException) { }

    public AmazonKinesisVideoException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public AmazonKinesisVideoException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
