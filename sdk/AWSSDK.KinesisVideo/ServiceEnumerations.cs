using Amazon.Runtime;

namespace Amazon.KinesisVideo;

/// <summary>An operation on data.</summary>
public class APIName(string value) : ConstantClass(value)
{
    public static readonly APIName GET_CLIP = new("GET_CLIP");
    public static readonly APIName GET_DASH_STREAMING_SESSION_URL = new("GET_DASH_STREAMING_SESSION_URL");
    public static readonly APIName GET_HLS_STREAMING_SESSION_URL = new("GET_HLS_STREAMING_SESSION_URL");
    public static readonly APIName GET_IMAGES = new("GET_IMAGES");
    public static readonly APIName GET_MEDIA = new("GET_MEDIA");
    public static readonly APIName GET_MEDIA_FOR_FRAGMENT_LIST = new("GET_MEDIA_FOR_FRAGMENT_LIST");
    public static readonly APIName LIST_FRAGMENTS = new("LIST_FRAGMENTS");
    public static readonly APIName PUT_MEDIA = new("PUT_MEDIA");

    public static APIName FindValue(string value) => FindValue<APIName>(value);

    public static implicit operator APIName(string value) => FindValue(value);
}

/// <summary>How quickly kept fragments can be read.</summary>
public class DefaultStorageTier(string value) : ConstantClass(value)
{
    public static readonly DefaultStorageTier HOT = new("HOT");
    public static readonly DefaultStorageTier WARM = new("WARM");

    public static DefaultStorageTier FindValue(string value) => FindValue<DefaultStorageTier>(value);

    public static implicit operator DefaultStorageTier(string value) => FindValue(value);
}

/// <summary>Whether a stream can be used.</summary>
public class Status(string value) : ConstantClass(value)
{
    public static readonly Status ACTIVE = new("ACTIVE");
    public static readonly Status CREATING = new("CREATING");
    public static readonly Status DELETING = new("DELETING");
    public static readonly Status UPDATING = new("UPDATING");

    public static Status FindValue(string value) => FindValue<Status>(value);

    public static implicit operator Status(string value) => FindValue(value);
}
