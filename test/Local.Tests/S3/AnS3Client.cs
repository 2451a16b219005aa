using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.S3;
using SonicBridge.Local.Tests.FrontDoor;

namespace SonicBridge.Local.Tests.S3;

/// <summary>The SDK's client at the front door.</summary>
public abstract class AnS3Client : IAsyncLifetime
{
    private protected const string Bucket = "calls";
    private protected readonly S3Store _store = new(TimeProvider.System);
    private protected AwsFrontDoor _door = null!;
    private protected AmazonS3Client _s3 = null!;

    public async ValueTask InitializeAsync()
    {
        _door = await ADoor.With(new S3Service(_store, TimeProvider.System));
        _s3 = new AmazonS3Client(
            new BasicAWSCredentials(LocalAccount.AccessKeyId, LocalAccount.SecretAccessKey),
            new AmazonS3Config { ServiceURL = _door.Http.ToString(), AuthenticationRegion = "us-east-1" }
        );
        await _s3.PutBucketAsync(Bucket, Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        _s3.Dispose();
        await _door.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private protected static PutObjectRequest Request(string key, string text, string? type = null) =>
        new()
        {
            BucketName = Bucket,
            Key = key,
            InputStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
            ContentType = type,
        };

    private protected Task<PutObjectResponse> PutAsync(string key, string text, string? type = null) =>
        _s3.PutObjectAsync(Request(key, text, type), Cancelled);

    private protected static async Task<string> TextOf(GetObjectResponse response)
    {
        using var reader = new StreamReader(response.ResponseStream);
        return await reader.ReadToEndAsync(Cancelled);
    }
}
