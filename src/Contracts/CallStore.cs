using Amazon.S3;

namespace SonicBridge.Contracts;

/// <summary>Reads and writes the files of one call's folder.</summary>
public sealed class CallStore(IAmazonS3 s3, CallFolder folder) : FolderStore(s3, folder.Bucket, folder.KeyOf(""))
{
    public CallFolder Folder => folder;
}
