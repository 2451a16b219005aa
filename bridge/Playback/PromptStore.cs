using Amazon.S3;
using Amazon.S3.Model;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Playback;

/// <summary>Puts prompts into the call's folder, from where Connect plays them.</summary>
internal sealed class PromptStore(IAmazonS3 s3, CallFolder folder, int generation)
{
    /// <summary>The name under which a prompt stands in the playlist.</summary>
    public string NameOf(int number) => CallFolder.PromptFile(generation, number);

    public async Task PutAsync(int number, PromptFile prompt, CancellationToken cancellationToken)
    {
        using var body = prompt.OpenRead();
        var request = new PutObjectRequest
        {
            BucketName = folder.Bucket,
            Key = folder.KeyOf(NameOf(number)),
            InputStream = body,
            ContentType = "audio/wav",
            AutoCloseStream = false,
        };
        await s3.PutObjectAsync(request, cancellationToken);
    }
}
