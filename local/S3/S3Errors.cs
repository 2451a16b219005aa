using Microsoft.AspNetCore.Http;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.S3;

/// <summary>The errors of S3 that more than one operation answers with.</summary>
internal static class S3Errors
{
    public static AwsException NoSuchBucket(string bucket) =>
        new("NoSuchBucket", $"The specified bucket does not exist: {bucket}", StatusCodes.Status404NotFound);

    public static AwsException NoSuchKey(string key) =>
        new("NoSuchKey", $"The specified key does not exist: {key}", StatusCodes.Status404NotFound);

    public static AwsException PreconditionFailed(string header) =>
        new(
            "PreconditionFailed",
            $"At least one of the pre-conditions you specified did not hold: {header}",
            StatusCodes.Status412PreconditionFailed
        );

    public static AwsException InvalidArgument(string message) => new("InvalidArgument", message);

    public static S3Bucket Required(this S3Store store, string bucket) =>
        store.Bucket(bucket) ?? throw NoSuchBucket(bucket);
}
