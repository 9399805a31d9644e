// Connections to Temporal that may be closed while calls are out: the client tries a failed call again from a timer, and on a
// channel that was closed meanwhile that throws where nobody can catch it, which ends the process.
import { InterceptingCall, type Interceptor, Metadata, status } from '@grpc/grpc-js';
import {
  Connection,
  type ConnectionOptions,
  defaultGrpcRetryOptions,
  makeGrpcRetryInterceptor,
} from '@temporalio/client';

/** @throws when it is not reached within `connectTimeout` (10 s by default) */
export const connectTemporal = (options: ConnectionOptions): Promise<Connection> =>
  Connection.connect(closeable(options));

/** It connects with its first call. */
export const lazyTemporal = (options: ConnectionOptions): Connection => Connection.lazy(closeable(options));

function closeable(options: ConnectionOptions): ConnectionOptions {
  return { ...options, interceptors: [makeGrpcRetryInterceptor(defaultGrpcRetryOptions()), endsWhenClosed] };
}

/** Innermost, so that a try again passes it too: a call that cannot be made any more ends as a cancelled one. */
const endsWhenClosed: Interceptor = (options, nextCall) => {
  try {
    return new InterceptingCall(nextCall(options));
  } catch (error) {
    return new InterceptingCall(endedCall(String(error)));
  }
};

function endedCall(details: string): ReturnType<Parameters<Interceptor>[1]> {
  const ignore = () => undefined;
  return {
    start: (_metadata, listener) => {
      queueMicrotask(() => {
        listener?.onReceiveMessage?.(null);
        listener?.onReceiveStatus?.({ code: status.CANCELLED, details, metadata: new Metadata() });
      });
    },
    getPeer: () => '',
    getAuthContext: () => null,
    sendMessage: ignore,
    sendMessageWithContext: ignore,
    startRead: ignore,
    halfClose: ignore,
    cancelWithStatus: ignore,
  };
}
