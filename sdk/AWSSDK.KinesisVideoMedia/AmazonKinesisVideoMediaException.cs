using System;
using System.Net;
using Amazon.Runtime;

namespace Amazon.KinesisVideoMedia;

/// <summary>An error that Kinesis Video Streams media answered with.</summary>
public partial class AmazonKinesisVideoMediaException : AmazonServiceException
{
    public AmazonKinesisVideoMediaException(string message)
        : base(message) { }

    public AmazonKinesisVideoMediaException(string message, Exception innerException)
        : base(message, innerException) { }

    public AmazonKinesisVideoMediaException(Exception innerException)
        : base(innerException.Message, innerException) { }

    public AmazonKinesisVideoMediaException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public AmazonKinesisVideoMediaException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
