namespace Amazon.Lambda.Core;

/// <summary>Turns an event into what a function takes, and what it gives into an answer.</summary>
public interface ILambdaSerializer
{
    T Deserialize<T>(Stream requestStream);

    void Serialize<T>(T response, Stream responseStream);
}
